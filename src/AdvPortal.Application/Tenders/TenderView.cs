using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Tenders;

namespace AdvPortal.Application.Tenders;

/// <summary>A tender as pages and the API read it.</summary>
/// <param name="DueAt">Until when an offer is owed; null once none is.</param>
/// <param name="OpenTasks">How many contributors have yet to answer.</param>
/// <param name="Amount">What it brings at most, net of tax, in <paramref name="Currency"/>.</param>
public sealed record TenderView(
    TenderId Id, string Number, int Version, TenderStatus Status, ClientId ClientId, string ClientName, MemberId? OwnerId, MemberId? ActingOwnerId, string? CustomerReference, string Title, string Words,
    string Currency, DateTimeOffset OpenedAt, DateTimeOffset? QuestionsDueAt, DateTimeOffset SubmissionDueAt, DateTimeOffset? DueAt, int OpenTasks, decimal Amount, IReadOnlyList<TenderView.Line> Lines)
{
    public string? OwnerName { get; init; }
    public string? ActingOwnerName { get; init; }
    public ContactId? ContactId { get; init; }

    /// <summary>Who asks.</summary>
    public string? ContactName { get; init; }

    /// <summary>The conversation that it came of.</summary>
    public InquiryId? InquiryId { get; init; }

    public string? InquirySubject { get; init; }
    public IReadOnlyList<TaskRow> Tasks { get; init; } = [];
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>As submitted, v1 first.</summary>
    public IReadOnlyList<Submitted> Versions { get; init; } = [];

    /// <summary>The last first.</summary>
    public IReadOnlyList<Approval> Approvals { get; init; } = [];

    /// <summary>Why it ended as it did.</summary>
    public TenderEnd? End { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What the client requires since it was won.</summary>
    public RequirementId? RequirementId { get; init; }

    /// <summary>What may be done with it as it stands.</summary>
    public IReadOnlyList<TenderAct> Acts { get; init; } = [];

    internal static TenderView Of(Tender tender, TenderSurroundings around)
    {
        var responsible = around.Responsible.GetValueOrDefault(tender.ClientId);

        return new(
            tender.Id, tender.Number, tender.Version, tender.Status, tender.ClientId, around.Clients.GetValueOrDefault(tender.ClientId) ?? "", responsible?.OwnerId, responsible?.ActingOwnerId,
            tender.CustomerReference, tender.Title, tender.Words, tender.Currency, tender.OpenedAt, tender.QuestionsDueAt, tender.SubmissionDueAt, tender.DueAt, tender.OpenTasks, tender.Amount,
            [.. tender.Lines.OrderBy(line => line.Position).Select(line => Line.Of(line, tender, around))])
        {
            OwnerName = around.NameOf(responsible?.OwnerId),
            ActingOwnerName = around.NameOf(responsible?.ActingOwnerId),
            ContactId = tender.ContactId,
            ContactName = tender.ContactId is { } contact ? around.Contacts.GetValueOrDefault(contact) : null,
            InquiryId = tender.InquiryId,
            InquirySubject = tender.InquiryId is { } inquiry ? around.Inquiries.GetValueOrDefault(inquiry) : null,
            Tasks = [.. tender.Tasks.OrderBy(task => task.Position).Select(task => new TaskRow(
                task.Id, task.Kind, task.Text, task.AssigneeId, around.NameOf(task.AssigneeId), task.DueOn, task.Answer, task.AnsweredAt, around.NameOf(task.AnsweredBy), !task.IsDone && task.DueOn < around.Clock.Today))],
            Questions = [.. tender.Questions.OrderBy(question => question.Position).Select(question => new Question(
                question.Id, question.Voice, question.Text, question.AskedOn, question.IsLate, question.Answer, question.AnsweredOn))],
            Versions = [.. tender.Versions.OrderBy(version => version.Number).Select(version => new Submitted(version.Number, version.SubmittedAt, around.NameOf(version.SubmittedBy), version.To, version.Amount, version.IsLate))],
            Approvals = [.. tender.Approvals.Select(each => new Approval(each.Amount, around.NameOf(each.RequestedBy), each.RequestedAt, each.IsApproved, around.NameOf(each.JudgedBy), each.JudgedAt, each.Reason))],
            End = tender.End,
            EndedAt = tender.EndedAt,
            RequirementId = tender.RequirementId,
            Acts = tender.Acts,
        };
    }

    /// <param name="TargetPrice">What the client hopes for, per <paramref name="PriceBaseQuantity"/>.</param>
    /// <param name="Prices">What we offer.</param>
    /// <param name="Contract">What is in the client's contract already.</param>
    /// <param name="Worth">The largest quantity asked for, at its price.</param>
    public sealed record Line(
        Guid Id, string LineNo, string? ProductCode, string? BuyerCode, string Description, string Unit, IReadOnlyList<decimal> Quantities, decimal? TargetPrice, decimal PriceBaseQuantity,
        IReadOnlyList<TierPrice> Prices, int? LeadDays, DateOnly? ValidUntil, string? Note, bool IsLeftOut, decimal Worth, LineOutcome? Outcome, IReadOnlyList<ContractRow> Contract)
    {
        internal static Line Of(TenderLine line, Tender tender, TenderSurroundings around) => new(
            line.Id, line.LineNo, line.ProductCode, line.BuyerCode, line.Description, line.Unit, line.Quantities, line.TargetPrice, line.PriceBaseQuantity, line.Prices, line.LeadDays, line.ValidUntil,
            line.Note, line.IsLeftOut, line.Worth, line.Outcome, line.ProductId is { } product ? [.. around.Prices[(tender.ClientId, product)].Select(ContractRow.Of)] : []);
    }

    /// <summary>A price of the client's contract.</summary>
    /// <param name="MinimumQuantity">From which it holds; null from the first unit.</param>
    public sealed record ContractRow(decimal NetPrice, decimal PriceBaseQuantity, string Currency, decimal? MinimumQuantity, DateOnly ValidFrom, DateOnly? ValidUntil)
    {
        internal static ContractRow Of(ContractPrice price) => new(price.NetPrice, price.PriceBaseQuantity, price.Currency, price.MinimumQuantity, price.ValidFrom, price.ValidUntil);
    }

    public sealed record TaskRow(
        Guid Id, TenderTaskKind Kind, string Text, MemberId AssigneeId, string? AssigneeName, DateOnly DueOn, string? Answer, DateTimeOffset? AnsweredAt, string? AnsweredBy, bool IsLate);

    public sealed record Question(Guid Id, TenderVoice Voice, string Text, DateOnly AskedOn, bool IsLate, string? Answer, DateOnly? AnsweredOn);

    /// <param name="To">Whom it was mailed to; null where it was handed in otherwise.</param>
    /// <param name="IsLate">After the client's deadline.</param>
    public sealed record Submitted(int Number, DateTimeOffset SubmittedAt, string? SubmittedBy, string? To, decimal Amount, bool IsLate);

    /// <param name="IsApproved">Null while nobody has said.</param>
    public sealed record Approval(decimal Amount, string? RequestedBy, DateTimeOffset RequestedAt, bool? IsApproved, string? JudgedBy, DateTimeOffset? JudgedAt, string? Reason);
}
