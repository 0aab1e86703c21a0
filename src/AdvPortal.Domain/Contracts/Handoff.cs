using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Contracts;

[JsonConverter(typeof(CamelCaseEnum<HandoffStatus>))]
public enum HandoffStatus { Draft, Submitted, Questions, Returned, Accepted }

/// <summary>What an ADV answered to a handoff: questions, or the reasons why it goes back.</summary>
public sealed record HandoffRemark(HandoffStatus Answer, IReadOnlyList<string> Texts, MemberId? By, DateTimeOffset At);

/// <summary>« Relais de contrat »: a signed client on its way from sales to the desk, filled in by the one and accepted by the other.</summary>
public sealed class Handoff : TenantOwned
{
    public const int TextMaxLength = 1000;
    public const int MostRemarks = 20;

    private Handoff() { }

    /// <param name="author">Null when a program started it.</param>
    public Handoff(HandoffId id, MemberId? author, HandoffContent content, DateTimeOffset now) =>
        (Id, AuthorId, Content, CreatedAt) = (id, author, content, now);

    public HandoffId Id { get; private set; }
    public MemberId? AuthorId { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public HandoffStatus Status { get; private set; }

    [PersonalData]
    public HandoffContent Content { get; private set; } = new();

    /// <summary>The last first.</summary>
    public IReadOnlyList<HandoffRemark> Remarks { get; private set; } = [];

    public DateTimeOffset? SubmittedAt { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>The client that it became.</summary>
    public ClientId? ClientId { get; private set; }

    public MemberId? OwnerId { get; private set; }

    /// <summary>Whether it lies with sales.</summary>
    public bool MayChange => Status is HandoffStatus.Draft or HandoffStatus.Questions or HandoffStatus.Returned;

    public Result Change(HandoffContent content)
    {
        if (!MayChange)
        {
            return new HandoffIsWithAdv();
        }

        Content = content;
        Touch();

        return Result.Ok;
    }

    /// <summary>The signed contract comes with it, or takes the place of the one that did.</summary>
    public Result Attach()
    {
        if (!MayChange)
        {
            return new HandoffIsWithAdv();
        }

        Touch();

        return Result.Ok;
    }

    /// <summary>Hands it to the desk; refused while something is missing.</summary>
    public Result Submit(DateTimeOffset now)
    {
        if (!MayChange)
        {
            return new HandoffIsWithAdv();
        }

        if (HandoffChecklist.Of(Content).Count(point => !point.IsThere) is > 0 and var missing)
        {
            return new HandoffIncomplete(missing);
        }

        (Status, SubmittedAt) = (HandoffStatus.Submitted, now);
        Touch();

        return Result.Ok;
    }

    /// <summary>Asks sales: the handoff can be changed and submitted again.</summary>
    public Result Ask(IReadOnlyList<string> questions, MemberId? by, DateTimeOffset now) => Answer(HandoffStatus.Questions, questions, by, now);

    /// <summary>Gives it back to sales with the reasons.</summary>
    public Result Return(IReadOnlyList<string> reasons, MemberId? by, DateTimeOffset now) => Answer(HandoffStatus.Returned, reasons, by, now);

    /// <param name="owner">Whose portfolio the client goes to.</param>
    public Result Accept(ClientId client, MemberId owner, DateTimeOffset now)
    {
        if (Status is not HandoffStatus.Submitted)
        {
            return new HandoffNotSubmitted();
        }

        (Status, ClientId, OwnerId, AcceptedAt) = (HandoffStatus.Accepted, client, owner, now);
        Touch();

        return Result.Ok;
    }

    private Result Answer(HandoffStatus answer, IReadOnlyList<string> texts, MemberId? by, DateTimeOffset now)
    {
        if (Status is not HandoffStatus.Submitted)
        {
            return new HandoffNotSubmitted();
        }

        List<string> said = [.. texts.Select(text => text.Trim()).Where(text => text.Length > 0)];

        if (said.Count is 0 or > MostRemarks || said.Exists(text => text.Length > TextMaxLength))
        {
            return new HandoffReasonMissing(MostRemarks, TextMaxLength);
        }

        (Status, Remarks) = (answer, [new(answer, said, by, now), .. Remarks]);
        Touch();

        return Result.Ok;
    }
}
