using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Application.Day;

/// <summary>What sort of work waits; each is done on a page of its own.</summary>
public enum DayItemKind { OrderToReview, DocumentNeedsClient, DocumentToReview, HandoffToAccept, RequirementCorrected, PromiseAtRisk, OrderHeld, BriefingToRead, HandbackToRead, InquiryToAnswer, ComplaintStep, TenderTask, TenderDue, BlanketEnding, BlanketUsedUp }

/// <summary>One person's work, by deadline, over their own clients and those of absent colleagues.</summary>
/// <param name="Items">Ordered by <see cref="Item.DueAt"/>.</param>
/// <param name="Portfolios">For whom this person answers now: first themselves, then each absent colleague.</param>
/// <param name="Requirements">The clients' sentences that bear on this day's orders.</param>
public sealed record DayView(
    DateTimeOffset Now, DateOnly Today, IReadOnlyList<DayView.Item> Items, IReadOnlyList<DayView.Portfolio> Portfolios, IReadOnlyList<DayView.Sentence> Requirements)
{
    /// <param name="SubjectId">The order, document, handoff, requirement, question, complaint or tender.</param>
    /// <param name="Title">The order's or requirement's number, the document's file name, the handoff's client, or the question's subject.</param>
    /// <param name="Reference">The client's number of the order, the contract's of the handoff, or what the client says holds instead.</param>
    /// <param name="Open">Findings that wait for an answer.</param>
    /// <param name="Blocking">Those of them without whose answer nothing is confirmed.</param>
    /// <param name="MovedTo">Where a requirement moves the delivery to.</param>
    /// <param name="ForMemberId">The absent colleague for whom it is done; null for one's own work.</param>
    public sealed record Item(
        DayItemKind Kind, Guid SubjectId, DateTimeOffset DueAt, ClientId? ClientId, string? ClientName, string Title, string? Reference,
        int Lines, int Open, int Blocking, int PriceDifferences, bool IsDuplicate, DateOnly? MovedTo, decimal? TotalNet, string? Currency, MemberId? ForMemberId, string? ForMemberName)
    {
        /// <summary>Which step of a complaint is due; null for all other work.</summary>
        public Discipline? Step { get; init; }

        /// <summary>Why the order is held; null for all other work.</summary>
        public HoldReason? Held { get; init; }

        /// <summary>What is known of every sort of work; each adds its own.</summary>
        internal static Item Of(DayItemKind kind, Guid subject, DateTimeOffset dueAt, ClientId? client, DayClients clients, string title, string? reference = null) =>
            new(
                kind, subject, dueAt, client, clients.Find(client)?.Name, title, reference, 0, 0, 0, 0, IsDuplicate: false, MovedTo: null, TotalNet: null, Currency: null,
                clients.Find(client)?.ForId, clients.Find(client)?.ForName);
    }

    /// <param name="Until">The last day of the cover, included; null for one's own portfolio.</param>
    /// <param name="Clients">Clients answered for now.</param>
    /// <param name="OfClients">Clients that the owner has.</param>
    public sealed record Portfolio(MemberId MemberId, string MemberName, DateOnly? Until, DayHalf? UntilHalf, int Clients, int OfClients, int Actions)
    {
        /// <summary>The absence for which the clients are covered; null for one's own portfolio.</summary>
        public AbsenceId? AbsenceId { get; init; }
    }

    public sealed record Sentence(RequirementId RequirementId, string Text, string Kind, ClientId ClientId, string ClientName, int Orders);
}
