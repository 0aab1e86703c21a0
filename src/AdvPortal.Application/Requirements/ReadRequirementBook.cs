using System.Globalization;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Requirements;

/// <summary>The views of the requirements that everybody has.</summary>
public enum RequirementBookView { InForce, ToReview, Drafts, Retired, All }

/// <summary>One page of everything that clients require, by number, as the eye runs over it.</summary>
[UseCase]
public sealed class ReadRequirementBook(UnitOfWork unitOfWork, TenantClock clock)
{
    private const int PageSize = 25;

    public Task<Result<Book>> ExecuteAsync(Query query, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(Permission.ReadRequirements, async db =>
        {
            var filtered = Filter(db, query);
            var counts = new Counts(
                await In(filtered, RequirementBookView.InForce, clock.Today).CountAsync(ct),
                await In(filtered, RequirementBookView.ToReview, clock.Today).CountAsync(ct),
                await In(filtered, RequirementBookView.Drafts, clock.Today).CountAsync(ct));
            var after = Cursor.Read<int, Guid>(query.After)?.First ?? 0;
            var rows = await Found(db, In(filtered, query.View, clock.Today).Where(r => r.Number > after)).Take(PageSize + 1).ToListAsync(ct);

            return new Book(counts, rows.ConvertAll(r => Row.Of(r, clock.Today)).Cut(PageSize, r => Cursor.Write(r.Order, r.Id.Value)));
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

        return all.Where(r => r.Revisions.Any(v => EF.Functions.ILike(v.Sentence, pattern)) || db.Clients.Any(c => c.Id == r.ClientId && EF.Functions.ILike(c.Name, pattern)));
    }

    private static IQueryable<Requirement> In(IQueryable<Requirement> all, RequirementBookView view, DateOnly today) => view switch
    {
        RequirementBookView.InForce => all.Where(r => r.Status == RequirementStatus.InForce),
        RequirementBookView.ToReview => all.Where(r => r.Status == RequirementStatus.InForce && r.Revisions.Any(v => v.Status == RequirementStatus.InForce && v.ReviewOn <= today)),
        RequirementBookView.Drafts => all.Where(r => r.Revisions.Any(v => v.Status == RequirementStatus.Draft)),
        RequirementBookView.Retired => all.Where(r => r.Status == RequirementStatus.Retired),
        _ => all,
    };

    /// <param name="Text">A number, or a part of a sentence or of a client's name.</param>
    /// <param name="After">The cursor of the page before.</param>
    public sealed record Query(RequirementBookView View, ClientId? ClientId = null, string? Text = null, string? After = null);

    /// <summary>How many there are in the views that ask for something.</summary>
    public sealed record Counts(int InForce, int ToReview, int Drafts);

    public sealed record Book(Counts Counts, Page<Row> Page);

    /// <param name="DraftRevision">The revision in preparation.</param>
    /// <param name="MustBeReviewed">The day has come on which somebody should ask the client again.</param>
    public sealed record Row(
        RequirementId Id, int Order, string Number, RequirementStatus Status, string ClientName, string? SiteName, string? ProductFamily,
        string Sentence, Severity Severity, string Kind, int? DraftRevision, bool MustBeReviewed)
    {
        internal static Row Of(FoundRow found, DateOnly today)
        {
            var (requirement, now) = (found.Requirement, found.Requirement.Current);

            return new(
                requirement.Id, requirement.Number, Requirement.Name(requirement.Number), requirement.Status, found.Client ?? "", found.Site, requirement.ProductFamily,
                now.Sentence, now.Severity, now.Rule.Kind, requirement.Draft?.Revision, requirement.Status is RequirementStatus.InForce && now.ReviewOn <= today);
        }
    }

    internal sealed record FoundRow(Requirement Requirement, string? Client, string? Site);
}
