using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Requirements;

/// <summary>How far a question to a client has come.</summary>
[JsonConverter(typeof(CamelCaseEnum<ReconfirmationState>))]
public enum ReconfirmationState { Asked, Answered, Expired }

/// <summary>A requirement in the wording that the client was shown: an answer is about that one, whatever was written since.</summary>
public sealed record ShownRequirement(RequirementId RequirementId, int Revision);

/// <summary>What the client says of one requirement.</summary>
/// <param name="RequirementId">Which.</param>
/// <param name="Correction">What holds instead; null when it still holds as it is.</param>
public sealed record ClientAnswer(RequirementId RequirementId, string? Correction);

/// <summary>What a client said holds instead of a wording: read by a person, never applied as it is.</summary>
/// <param name="Revision">The wording that was shown.</param>
/// <param name="Says">In the client's words.</param>
/// <param name="Who">The name that was signed with.</param>
/// <param name="ContactId">Who had been asked.</param>
/// <param name="At">When it was said.</param>
public sealed record ClientCorrection(int Revision, string Says, string Who, ContactId ContactId, DateTimeOffset At)
{
    public const int SaysMaxLength = RequirementRevision.SentenceMaxLength;
}

/// <summary>
/// A question to one contact of one client, answered once and without an account: does what you told us still hold? Whoever holds the
/// secret of its link may answer; only the secret's SHA-256 is kept.
/// </summary>
public sealed class Reconfirmation : TenantOwned
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    public const int CommentMaxLength = 2000;

    /// <summary>What a person still reads to the end, and a form still carries.</summary>
    public const int MostRequirements = 200;

    private const int TokenBytes = 32;

    private Reconfirmation() { }

    public Reconfirmation(ReconfirmationId id, ClientId client, ContactId contact, string language, IReadOnlyList<ShownRequirement> asked, string token, DateTimeOffset now)
    {
        (Id, ClientId, ContactId, Language, Asked) = (id, client, contact, language, asked);
        (TokenHash, AskedAt, ExpiresAt) = (HashOf(token), now, now + Lifetime);
    }

    public ReconfirmationId Id { get; private set; }
    public ClientId ClientId { get; private set; }

    /// <summary>Who is asked.</summary>
    public ContactId ContactId { get; private set; }

    /// <summary>ISO 639-1: what the question is written in.</summary>
    public string Language { get; private set; } = null!;

    /// <summary>SHA-256 of the secret in the link.</summary>
    public byte[] TokenHash { get; private set; } = null!;

    public IReadOnlyList<ShownRequirement> Asked { get; private set; } = [];
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The name that was signed with: perhaps a colleague of who was asked.</summary>
    [PersonalData]
    public string? AnsweredBy { get; private set; }

    [PersonalData]
    public string? Comment { get; private set; }

    /// <summary>Free words of a person outside: told apart from the hashed record, so that they can be erased.</summary>
    [PersonalData]
    public IReadOnlyList<ClientAnswer> Answers { get; private set; } = [];

    /// <summary>The secret of a link: 256 random bits as 64 hexadecimal digits.</summary>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public ReconfirmationState StateAt(DateTimeOffset now) =>
        AnsweredAt is not null ? ReconfirmationState.Answered : now < ExpiresAt ? ReconfirmationState.Asked : ReconfirmationState.Expired;

    /// <summary>Takes the one answer, about everything that was asked and nothing else.</summary>
    public Result Answer(IReadOnlyList<ClientAnswer> answers, string by, string? comment, DateTimeOffset now)
    {
        if (StateAt(now) is not ReconfirmationState.Asked)
        {
            return new ReconfirmationClosed();
        }

        var said = answers.Select(answer => answer.RequirementId).ToList();

        if (said.Count != Asked.Count || !Asked.All(shown => said.Contains(shown.RequirementId)) || answers.Any(answer => answer.Correction is { } says && string.IsNullOrWhiteSpace(says)))
        {
            return new ReconfirmationIncomplete();
        }

        (AnsweredAt, AnsweredBy, Comment) = (now, by.Trim(), string.IsNullOrWhiteSpace(comment) ? null : comment.Trim());
        Answers = [.. answers.Select(answer => answer with { Correction = answer.Correction?.Trim() })];

        return Result.Ok;
    }

    /// <summary>A newer question takes its place: its link leads nowhere any more.</summary>
    public void Withdraw(DateTimeOffset now) => ExpiresAt = StateAt(now) is ReconfirmationState.Asked ? now : ExpiresAt;
}
