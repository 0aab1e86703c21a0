using System.Globalization;
using System.Text.Json;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Requirements;

/// <summary>The views of the requirements that everybody has.</summary>
public enum RequirementBookView { InForce, ToReview, Corrected, Unused, Drafts, Retired, All }

/// <summary>One page of everything that clients require, by number, as the eye runs over it.</summary>
[UseCase]
public sealed class ReadRequirementBook(UnitOfWork unitOfWork, TenantClock clock)
{
    public const int PageSize = 25;

    /// <summary>A revision that has had nothing to say for as long since it came in force is to be looked at again.</summary>
    public const int UnusedDays = 90;

    public Task<Result<Book>> ExecuteAsync(Query query, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadRequirements, async db =>
        {
            var today = clock.Today;
            var filtered = Filter(db, query);

            // One round trip for all the counts.
            var counts = await filtered
                .Select(r => new
                {
                    IsInForce = r.Status == RequirementStatus.InForce,
                    MustBeReviewed = r.Revisions.Any(v => v.Status == RequirementStatus.InForce && v.ReviewOn <= today),
                    IsCorrected = r.Correction != null,
                    IsPrepared = r.Revisions.Any(v => v.Status == RequirementStatus.Draft),
                })
                .GroupBy(_ => 1)
                .Select(all => new Counts(all.Count(r => r.IsInForce), all.Count(r => r.MustBeReviewed), all.Count(r => r.IsPrepared), all.Count(r => r.IsCorrected)))
                .SingleOrDefaultAsync(ct) ?? new(0, 0, 0, 0);

            var after = Cursor.Read<int, Guid>(query.After)?.First ?? 0;
            var rows = await Found(db, In(db, filtered, query.View, today).Where(r => r.Number > after)).Take(PageSize + 1).ToListAsync(ct);

            return new Book(counts, rows.ConvertAll(r => Row.Of(r, today)).Cut(PageSize, r => Cursor.Write(r.Order, r.Id.Value)));
        }, ct);

    private static IQueryable<FoundRow> Found(AdvDbContext db, IQueryable<Requirement> requirements) => (
        from requirement in requirements.Include(r => r.Revisions)
        orderby requirement.Number
        select new FoundRow(
            requirement,
            db.Clients.Where(c => c.Id == requirement.ClientId).Select(c => c.Name).FirstOrDefault(),
            db.Sites.Where(s => s.Id == requirement.SiteId).Select(s => s.Name).FirstOrDefault())).AsNoTracking();

    private static IQueryable<Requirement> Filter(AdvDbContext db, Query query)
    {
        IQueryable<Requirement> all = db.Requirements;
        all = query.ClientId is { } client ? all.Where(r => r.ClientId == client) : all;

        if (query.Kind is { } kind)
        {
            var ofKind = JsonSerializer.Serialize(new { kind });
            all = all.Where(r => r.Revisions.Any(v => v.Status != RequirementStatus.Replaced && EF.Functions.JsonContains(v.Rule, ofKind)));
        }

        if (query.Text?.Trim() is not { Length: > 0 } text)
        {
            return all;
        }

        var digits = text.StartsWith("EX-", StringComparison.OrdinalIgnoreCase) ? text[3..] : text;

        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return all.Where(r => r.Number == number);
        }

        var pattern = $"%{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

        return all.Where(r => r.Revisions.Any(v => v.Status != RequirementStatus.Replaced && EF.Functions.ILike(v.Sentence, pattern)) || db.FindClients(text).Contains(r.ClientId));
    }

    private static IQueryable<Requirement> In(AdvDbContext db, IQueryable<Requirement> all, RequirementBookView view, DateOnly today) => view switch
    {
        RequirementBookView.InForce => all.Where(r => r.Status == RequirementStatus.InForce),
        RequirementBookView.ToReview => all.Where(r => r.Status == RequirementStatus.InForce && r.Revisions.Any(v => v.Status == RequirementStatus.InForce && v.ReviewOn <= today)),
        RequirementBookView.Corrected => all.Where(r => r.Correction != null),
        RequirementBookView.Unused => Unused(db, all, today.AddDays(-UnusedDays)),
        RequirementBookView.Drafts => all.Where(r => r.Revisions.Any(v => v.Status == RequirementStatus.Draft)),
        RequirementBookView.Retired => all.Where(r => r.Status == RequirementStatus.Retired),
        _ => all,
    };

    // Never used, or always waived.
    private static IQueryable<Requirement> Unused(AdvDbContext db, IQueryable<Requirement> all, DateOnly since)
    {
        var findings = db.Orders.Where(o => o.Status != OrderStatus.Cancelled).SelectMany(o => o.Findings);

        return all.Where(r => r.Status == RequirementStatus.InForce && r.Revisions.Any(v => v.Status == RequirementStatus.InForce
            && !findings.Any(f => f.RequirementId == r.Id && f.RequirementRevision == v.Revision && f.State != FindingState.Waived)
            && (v.ValidFrom <= since || findings.Any(f => f.RequirementId == r.Id && f.RequirementRevision == v.Revision))));
    }

    /// <param name="Text">A number, or a part of a sentence, of a client's name or code.</param>
    /// <param name="Kind">The name of a kind of rule, such as <see cref="DeliveryDays.KindName"/>.</param>
    /// <param name="After">The cursor of the page before.</param>
    public sealed record Query(RequirementBookView View, ClientId? ClientId = null, string? Text = null, string? After = null, string? Kind = null);

    /// <summary>How many there are in the views that ask for something.</summary>
    public sealed record Counts(int InForce, int ToReview, int Drafts, int Corrected);

    public sealed record Book(Counts Counts, Page<Row> Page);

    /// <param name="DraftRevision">The revision in preparation.</param>
    /// <param name="Correction">What the client says holds instead.</param>
    /// <param name="MustBeReviewed">The day has come on which somebody should ask the client again.</param>
    public sealed record Row(
        RequirementId Id, int Order, string Number, RequirementStatus Status, string ClientName, string? SiteName, string? ProductFamily,
        string Sentence, Severity Severity, string Kind, int? DraftRevision, bool MustBeReviewed, string? Correction)
    {
        internal static Row Of(FoundRow found, DateOnly today)
        {
            var (requirement, now) = (found.Requirement, found.Requirement.Current);

            return new(
                requirement.Id, requirement.Number, Requirement.Name(requirement.Number), requirement.Status, found.Client ?? "", found.Site, requirement.ProductFamily,
                now.Sentence, now.Severity, now.Rule.Kind, requirement.Draft?.Revision, requirement.Status is RequirementStatus.InForce && now.ReviewOn <= today, requirement.Correction?.Says);
        }
    }

    internal sealed record FoundRow(Requirement Requirement, string? Client, string? Site);
}
