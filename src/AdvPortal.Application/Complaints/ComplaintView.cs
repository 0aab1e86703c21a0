using AdvPortal.Domain.Complaints;

namespace AdvPortal.Application.Complaints;

/// <summary>A complaint as pages and the API read it.</summary>
public sealed record ComplaintView(
    ComplaintId Id,
    string Number,
    int Version,
    ComplaintStatus Status,
    ClientId ClientId,
    string ClientName,
    SiteId? SiteId,
    string? SiteName,
    MemberId? OwnerId,
    MemberId? ActingOwnerId,
    string Subject,
    string Description,
    ComplaintNature Nature,
    ComplaintSeverity Severity,
    ComplaintSide? Side,
    ComplaintCause? Cause,
    ComplaintChannel Channel,
    DateTimeOffset OpenedAt,
    DateTimeOffset? DueAt,
    Discipline? Step,
    string? Currency,
    decimal DisputedAmount,
    IReadOnlyList<ComplaintView.Line> Lines,
    IReadOnlyList<ComplaintView.StepRow> Steps)
{
    /// <summary>The end of a working day, in the company's time zone: until then a step that is due on it is in time.</summary>
    private static readonly TimeOnly _endOfDay = new(18, 0);

    public string? OwnerName { get; init; }
    public string? ActingOwnerName { get; init; }
    public ContactId? ContactId { get; init; }

    /// <summary>Whoever complained.</summary>
    public string? ContactName { get; init; }

    public string? InvoiceNumber { get; init; }

    /// <summary>The conversation that it came of.</summary>
    public InquiryId? InquiryId { get; init; }

    public string? InquirySubject { get; init; }
    public IReadOnlyList<TeamMember> Team { get; init; } = [];
    public string? Problem { get; init; }
    public IReadOnlyList<ActionRow> Actions { get; init; } = [];
    public CauseAnalysis Analysis { get; init; } = CauseAnalysis.None;
    public string? Verification { get; init; }

    /// <summary>What was decided to be given back and nobody has asked for yet.</summary>
    public decimal AmountToCredit { get; init; }

    public IReadOnlyList<Credit> Credits { get; init; } = [];
    public IReadOnlyList<QualityCost> Costs { get; init; } = [];
    public decimal CostOfNonQuality { get; init; }

    /// <summary>What the client was told last.</summary>
    public string? Answer { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it was refused or withdrawn.</summary>
    public string? EndReason { get; init; }

    public int ReopenCount { get; init; }
    public IReadOnlyList<Reopening> Reopenings { get; init; } = [];

    /// <summary>What the client requires since, because of it.</summary>
    public RequirementId? RequirementId { get; init; }

    public IReadOnlyList<File> Files { get; init; } = [];

    /// <summary>What may be done with it as it stands.</summary>
    public IReadOnlyList<ComplaintAct> Acts { get; init; } = [];

    /// <summary>When a step that is due on a day is late.</summary>
    internal static DateTimeOffset EndOf(DateOnly day, TenantClock clock) => clock.At(day, _endOfDay);

    internal static ComplaintView Of(Complaint complaint, ComplaintSurroundings around)
    {
        var responsible = around.Responsible.GetValueOrDefault(complaint.ClientId);

        return new(
            complaint.Id, complaint.Number, complaint.Version, complaint.Status, complaint.ClientId, around.Clients.GetValueOrDefault(complaint.ClientId) ?? "",
            complaint.SiteId, complaint.SiteId is { } site ? around.Sites.GetValueOrDefault(site) : null, responsible?.OwnerId, responsible?.ActingOwnerId,
            complaint.Subject, complaint.Description, complaint.Nature, complaint.Severity, complaint.Side, complaint.Cause, complaint.Channel,
            complaint.OpenedAt, complaint.DueOn is { } due ? EndOf(due, around.Clock) : null, complaint.Step, complaint.Currency, complaint.DisputedAmount,
            [.. complaint.Lines.OrderBy(line => line.Position).Select(line => Line.Of(line, around))],
            [.. complaint.Steps.Select(step => new StepRow(step.Discipline, step.DueOn, step.DoneAt, around.NameOf(step.DoneBy), step.IsDone ? null : complaint.Needs(step.Discipline)))])
        {
            OwnerName = around.NameOf(responsible?.OwnerId),
            ActingOwnerName = around.NameOf(responsible?.ActingOwnerId),
            ContactId = complaint.ContactId,
            ContactName = complaint.ContactName ?? (complaint.ContactId is { } contact ? around.Contacts.GetValueOrDefault(contact) : null),
            InvoiceNumber = complaint.InvoiceNumber,
            InquiryId = complaint.InquiryId,
            InquirySubject = complaint.InquiryId is { } inquiry ? around.Inquiries.GetValueOrDefault(inquiry) : null,
            Team = complaint.Team,
            Problem = complaint.Problem,
            Actions = [.. complaint.Actions.OrderBy(action => action.Kind).ThenBy(action => action.Position).Select(action => new ActionRow(
                action.Id, action.Kind, action.Text, action.OwnerId, around.NameOf(action.OwnerId) ?? action.Who, action.DueOn, action.DoneAt, around.NameOf(action.DoneBy)))],
            Analysis = complaint.Analysis,
            Verification = complaint.Verification,
            AmountToCredit = complaint.AmountToCredit,
            Credits = [.. complaint.Credits.OrderBy(credit => credit.RequestedAt).ThenBy(credit => credit.Number, StringComparer.Ordinal).Select(credit => new Credit(
                credit.Id, credit.Number, credit.Amount, credit.Status, around.NameOf(credit.RequestedBy), credit.RequestedAt, around.NameOf(credit.JudgedBy), credit.JudgedAt, credit.Reason))],
            Costs = complaint.Costs,
            CostOfNonQuality = complaint.CostOfNonQuality,
            Answer = complaint.Answer,
            AnsweredAt = complaint.AnsweredAt,
            EndedAt = complaint.EndedAt,
            EndReason = complaint.EndReason,
            ReopenCount = complaint.ReopenCount,
            Reopenings = complaint.Reopenings,
            RequirementId = complaint.RequirementId,
            Files = [.. around.Files.Where(file => file.ComplaintId == complaint.Id).Select(file => new File(file.Id, file.FileName, file.ContentType, file.Size, file.AddedAt))],
            Acts = complaint.Status.Acts(),
        };
    }

    /// <param name="Id">The complaint line's.</param>
    /// <param name="DeliveredQuantity">What had left, or was ordered, when the complaint came in.</param>
    /// <param name="Settlement">What the client is given; null until somebody decided.</param>
    public sealed record Line(
        Guid Id, OrderId OrderId, string OrderNumber, string LineNo, DeliveryId? DeliveryId, string? DeliveryNumber, string? ProductCode, string? BuyerCode, string Description, string Unit,
        decimal DeliveredQuantity, decimal Quantity, decimal? NetPrice, decimal PriceBaseQuantity, decimal Amount, string? ReceivedInstead, Settlements? Settlement, decimal CreditAmount)
    {
        internal static Line Of(ComplaintLine line, ComplaintSurroundings around) => new(
            line.Id, line.OrderId, around.Orders.GetValueOrDefault(line.OrderId) ?? "", line.LineNo, line.DeliveryId, line.DeliveryId is { } delivery ? around.Deliveries.GetValueOrDefault(delivery) : null,
            line.ProductCode, line.BuyerCode, line.Description, line.Unit, line.DeliveredQuantity, line.Quantity, line.NetPrice, line.PriceBaseQuantity, line.Amount, line.ReceivedInstead,
            line.Settlement, line.CreditAmount);
    }

    /// <param name="DoneBy">By name; null for a program.</param>
    /// <param name="Needs">What it still needs; null when it is complete.</param>
    public sealed record StepRow(Discipline Discipline, DateOnly DueOn, DateTimeOffset? DoneAt, string? DoneBy, StepNeed? Needs);

    /// <param name="Who">By name.</param>
    public sealed record ActionRow(Guid Id, ComplaintActionKind Kind, string Text, MemberId? OwnerId, string? Who, DateOnly? DueOn, DateTimeOffset? DoneAt, string? DoneBy);

    public sealed record Credit(Guid Id, string Number, decimal Amount, CreditStatus Status, string? RequestedBy, DateTimeOffset RequestedAt, string? JudgedBy, DateTimeOffset? JudgedAt, string? Reason);

    public sealed record File(ComplaintFileId Id, string Name, string ContentType, int Size, DateTimeOffset AddedAt);
}
