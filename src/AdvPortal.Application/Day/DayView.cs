using AdvPortal.Domain.Complaints;

namespace AdvPortal.Application.Day;

/// <summary>What sort of work waits; each is done on a page of its own.</summary>
public enum DayItemKind { OrderToReview, DocumentNeedsClient, DocumentToReview, HandoffToAccept, RequirementCorrected, ComplaintStep }

/// <summary>One person's work, by deadline, over their own clients and those of absent colleagues.</summary>
/// <param name="Items">Ordered by <see cref="Item.DueAt"/>.</param>
/// <param name="Portfolios">For whom this person answers now: first themselves, then each absent colleague.</param>
/// <param name="Requirements">The clients' sentences that bear on this day's orders.</param>
public sealed record DayView(
    DateTimeOffset Now, DateOnly Today, IReadOnlyList<DayView.Item> Items, IReadOnlyList<DayView.Portfolio> Portfolios, IReadOnlyList<DayView.Sentence> Requirements)
{
    /// <param name="SubjectId">The order, document, handoff, requirement or complaint.</param>
    /// <param name="Title">The order's or requirement's number, the document's file name, or the handoff's client.</param>
    /// <param name="Reference">The client's number of the order, the contract's of the handoff, what the client says holds instead, or what the complaint is about.</param>
    /// <param name="Open">Findings that wait for an answer.</param>
    /// <param name="Blocking">Those of them without whose answer nothing is confirmed.</param>
    /// <param name="MovedTo">Where a requirement moves the delivery to.</param>
    /// <param name="ForMemberId">The absent colleague for whom it is done; null for one's own work.</param>
    public sealed record Item(
        DayItemKind Kind, Guid SubjectId, DateTimeOffset DueAt, ClientId? ClientId, string? ClientName, string Title, string? Reference,
        int Lines, int Open, int Blocking, int PriceDifferences, bool IsDuplicate, DateOnly? MovedTo, decimal? TotalNet, string? Currency, MemberId? ForMemberId, string? ForMemberName)
    {
        /// <summary>Which step of a complaint is due.</summary>
        public Discipline? Step { get; init; }
    }

    /// <param name="Until">The last day of the cover, included; null for one's own portfolio.</param>
    /// <param name="Clients">Clients answered for now.</param>
    /// <param name="OfClients">Clients that the owner has.</param>
    public sealed record Portfolio(MemberId MemberId, string MemberName, DateOnly? Until, DayHalf? UntilHalf, int Clients, int OfClients, int Actions);

    public sealed record Sentence(RequirementId RequirementId, string Text, string Kind, ClientId ClientId, string ClientName, int Orders);
}
