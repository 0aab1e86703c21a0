using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Intake.Tables;
using AdvPortal.Exchange.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Imports;

/// <summary>What clients require, one sentence a row, known again by any of its wordings: what is read for certain is put in force, the rest is left to a person.</summary>
internal sealed class RequirementImport(DateOnly today) : ListImport
{
    /// <summary>One word taken for another, or one site named loosely, is still certain; two are for a person to look at.</summary>
    private const double Certain = 0.9;

    private static readonly RequirementValidator _validator = new();

    private readonly KnownClients _clients = new();
    private readonly List<(ImportDraft Row, Client Client, List<New> Requirements)> _made = [];
    private readonly Dictionary<(ClientId, SiteId?, string), Requirement?> _said = [];

    public override string? KeyOf(ImportSheet sheet, TableRow row) =>
        Key(sheet.Cell(row, ImportField.ClientCode), sheet.Cell(row, ImportField.SiteName)?.ToUpperInvariant() ?? "", sheet.Cell(row, ImportField.Sentence) is { } sentence ? Bare(sentence) : null);

    protected override async Task LoadAsync(AdvDbContext db, IReadOnlyList<ImportDraft> rows, CancellationToken ct)
    {
        await _clients.LoadAsync(db.Clients.Include(c => c.Sites), All(rows, ImportField.ClientCode), ct);
        var clients = _clients.All.Select(c => c.Id).ToList();

        foreach (var known in await db.Requirements.Include(r => r.Revisions).Where(r => clients.Contains(r.ClientId)).OrderBy(r => r.Number).ToListAsync(ct))
        {
            foreach (var revision in known.Revisions)
            {
                // One that still holds counts more than one that was retired.
                if (_said.GetValueOrDefault((known.ClientId, known.SiteId, Bare(revision.Sentence))) is null or { Status: RequirementStatus.Retired })
                {
                    _said[(known.ClientId, known.SiteId, Bare(revision.Sentence))] = known;
                }
            }
        }
    }

    protected override void Write(AdvDbContext db, ImportDraft row)
    {
        var (sentence, who) = (row.Need(ImportField.Sentence), row.Need(ImportField.SaidBy));
        var (how, on, severity, from) = (ImportWords.Source(row), row.Day(ImportField.SaidOn), ImportWords.Severity(row), row.Day(ImportField.ValidFrom));
        row.Subject = sentence;

        if (_clients.Need(row) is not { } client || sentence is null || who is null)
        {
            return;
        }

        row.Subject = $"{client.Name} · {sentence}";
        var site = SiteOf(row, client);

        var form = new RequirementForm { Sentence = sentence, Source = new(how ?? SourceKind.Note, who, on), Severity = severity ?? Severity.Block, ValidFrom = from, Rule = new Instruction() };
        row.Check(_validator.Validate(form), FieldOf);

        if (row.IsRefused)
        {
            return;
        }

        var read = Interpreter.Read(sentence, new(client.Name, [.. client.Sites.Select(s => s.Name)], on ?? today));
        var isCertain = read is { Unresolved: [], UnreadFrom: null } && read.Proposals.All(proposal => proposal is { Unresolved: [], Confidence: >= Certain });

        if (read.Proposals.Count == 0)
        {
            row.Refuse(read.Unresolved is { Count: > 0 } words ? new("ImportSentencePartly", words) : new("ImportSentenceSaysNothing"), ImportField.Sentence);
            return;
        }

        var made = read.Proposals.Select(proposal => Make(row, client, site, form, proposal, !isCertain, read.Unresolved)).OfType<New>().Where(each => IsUnsaid(row, client, each, sentence)).ToList();

        if (row.IsRefused)
        {
            return;
        }

        Remember(row, client, made, sentence, how, on);
    }

    protected override async Task FinishAsync(AdvDbContext db, CancellationToken ct)
    {
        if (_made.Sum(row => row.Item3.Count) is not (> 0 and var count))
        {
            return;
        }

        var number = (int)await db.NextNumbersAsync("requirement", count, ct);

        foreach (var (row, client, all) in _made)
        {
            var numbered = new List<ImportedRequirement>();

            foreach (var made in all)
            {
                var requirement = Requirement.Prepare(Ids.New<RequirementId>(), number, client.Id, made.Site?.Id, null, made.Content).Value!;

                if (!made.Told.Draft)
                {
                    requirement.Publish();
                }

                db.Requirements.Add(requirement);
                numbered.Add(made.Told with { Number = Requirement.Name(number++) });
            }

            row.Requirements = numbered;
        }
    }

    private void Remember(ImportDraft row, Client client, List<New> made, string sentence, SourceKind? how, DateOnly? on)
    {
        row.IsNew = made.Count > 0;
        row.Requirements = made.ConvertAll(each => each.Told);

        foreach (var each in made)
        {
            // A later row that says the same adds nothing.
            _said[(client.Id, each.Site?.Id, Bare(sentence))] = null;
        }

        if (row.IsNew)
        {
            row.Take(ImportField.SaidBy, null);
            row.Take<SourceKind?>(ImportField.How, null, how);
            row.Take<DateOnly?>(ImportField.SaidOn, null, on);
            _made.Add((row, client, made));
        }
    }

    /// <summary>One requirement of the sentence; what the columns say otherwise than the sentence refuses the row.</summary>
    private New? Make(ImportDraft row, Client client, Site? site, RequirementForm form, Proposal proposal, bool isDraft, IReadOnlyList<string> unresolved)
    {
        var named = client.Sites.FirstOrDefault(each => each.Name == proposal.SiteName);

        if (site is not null && named is not null && site != named)
        {
            row.Refuse(new("ImportSentenceNamesSite", named.Name), ImportField.SiteName);
            return null;
        }

        if (form.ValidFrom is { } column && proposal.ValidFrom is { } said && column != said)
        {
            row.Refuse(new("ImportSentenceNamesDay", said), ImportField.ValidFrom);
            return null;
        }

        var content = form.ToContent(proposal.ValidFrom ?? today) with
        {
            // The editor's own choice where nothing is said.
            Severity = ImportWords.Severity(row) ?? proposal.Rule.UsualSeverity,
            ValidUntil = proposal.ValidUntil,
            Rule = proposal.Rule,
        };

        if (content.Check() is { } refusal)
        {
            row.Refuse(refusal.Message, ImportField.Sentence);
            return null;
        }

        var where = site ?? named;

        return new(where, content, new(null, where?.Name, content.Severity, content.ValidFrom, content.ValidUntil, content.Rule, isDraft, [.. proposal.Unresolved.Union(unresolved, StringComparer.Ordinal)]));
    }

    /// <summary>Whether nobody wrote it down yet; one that was retired is not brought back unseen.</summary>
    private bool IsUnsaid(ImportDraft row, Client client, New made, string sentence)
    {
        if (!_said.TryGetValue((client.Id, made.Site?.Id, Bare(sentence)), out var known))
        {
            return true;
        }

        if (known is { RetiredFrom: { } from })
        {
            row.Refuse(new("ImportRequirementRetired", Requirement.Name(known.Number), from), ImportField.Sentence);
        }

        return false;
    }

    private static Site? SiteOf(ImportDraft row, Client client)
    {
        if (row.Text(ImportField.SiteName) is not { } name)
        {
            return null;
        }

        var site = client.Sites.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

        if (site is null)
        {
            row.Refuse(new("ImportSiteUnknown", name), ImportField.SiteName);
        }

        return site;
    }

    private static ImportField? FieldOf(string property) => property switch
    {
        nameof(RequirementForm.Sentence) => ImportField.Sentence,
        "Source.Who" => ImportField.SaidBy,
        _ => null,
    };

    /// <summary>The same words, however they are spaced, set in capitals or ended.</summary>
    private static string Bare(string sentence) =>
        string.Join(' ', sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace('\u2019', '\'').TrimEnd('.', ' ', '!').ToUpperInvariant();

    private sealed record New(Site? Site, RequirementContent Content, ImportedRequirement Told);
}
