using AdvPortal.Domain.Clients;
using AdvPortal.Exchange.Requirements;
using FluentValidation;

namespace AdvPortal.Application.Requirements;

/// <summary>Reads what a client wrote and proposes requirements, with the words behind each field; where the grammar abstains, a language model may, if one is set up. Nothing is kept: a person decides.</summary>
[UseCase]
public sealed class InterpretSentence(UnitOfWork unitOfWork, IValidator<InterpretSentence.Form> validator, TenantClock clock, ModelProposals model)
{
    public async Task<Result<InterpretationView>> ExecuteAsync(Form form, CancellationToken ct = default)
    {
        if (await validator.RefuseAsync(form, ct) is { } invalid)
        {
            return invalid;
        }

        var known = await unitOfWork.ReadAsync<Known>(this, Permission.ReadRequirements, async db =>
        {
            if (form.ClientId is not { } id)
            {
                return new Known(form.Context?.Client, [.. (form.Context?.Sites ?? []).Distinct(StringComparer.Ordinal).Select(name => new Place(null, name))]);
            }

            var client = await db.Clients.Where(c => c.Id == id).Select(c => new { c.Name, Sites = c.Sites.Select(s => new Place(s.Id, s.Name)).ToList() }).SingleOrDefaultAsync(ct);

            return client is null ? new NoSuchClient() : new Known(client.Name, client.Sites);
        }, ct);

        if (!known.IsOk)
        {
            return known.Refusal;
        }

        var (name, sites) = known.Value;
        var ids = sites.Where(site => site.Id is not null).DistinctBy(site => site.Name).ToDictionary(site => site.Name, site => site.Id!.Value, StringComparer.Ordinal);
        var context = new InterpretationContext(name, [.. sites.Select(site => site.Name)], form.Context?.ReceivedOn ?? clock.Today);
        var read = Interpreter.Read(form.Text!, context);
        var view = InterpretationView.Of(form.Text!, read, ids);

        if (model.QuestionOf(form.Text!, read, context) is not { } question)
        {
            return view;
        }

        return form.GrammarOnly ? view with { CanAskModel = true } : await model.AddAsync(view, question, ids, ct);
    }

    private sealed record Place(SiteId? Id, string Name);

    private sealed record Known(string? Client, IReadOnlyList<Place> Sites);

    public sealed class Form
    {
        /// <summary>An e-mail, a sentence or a list, as the client wrote it; what comes after <see cref="Interpreter.MaxLength"/> characters is said to be unread.</summary>
        public string? Text { get; set; }

        /// <summary>Whose it is: its sites are then known.</summary>
        public ClientId? ClientId { get; set; }

        /// <summary>What is known where the client is none of ours.</summary>
        public Background? Context { get; set; }

        /// <summary>No language model is asked, even where one is set up: nothing leaves the machine.</summary>
        public bool GrammarOnly { get; set; }
    }

    /// <param name="Client">Its name.</param>
    /// <param name="Sites">Their names.</param>
    /// <param name="ReceivedOn">A date without a year is the next one from here; today without it.</param>
    public sealed record Background(string? Client, IReadOnlyList<string>? Sites, DateOnly? ReceivedOn);

    public sealed class Validator : AbstractValidator<Form>
    {
        private const int MostCharacters = 1_000_000;
        private const int MostSites = 500;

        public Validator()
        {
            RuleFor(f => f.Text).NotEmpty().WithMessage("EnterSentence");
            RuleFor(f => f.Text).MaximumLength(MostCharacters).WithMessage("SentenceTooLong");
            RuleFor(f => f.Context!.Sites).Must(sites => sites is null || (sites.Count <= MostSites && sites.All(site => site is { Length: <= 200 }))).WithMessage("TooManySites").When(f => f.Context is not null);
        }
    }
}
