namespace AdvPortal.Domain.Webhooks;

/// <summary>Where another system of the company is told of what happens here, and of what.</summary>
public sealed class Webhook : TenantOwned
{
    public const int UrlMaxLength = 500;

    /// <summary>A company has so many at most: each of them is a message for each thing that happens.</summary>
    public const int MostOfACompany = 20;

    /// <summary>Whoever does not answer for so long is told nothing more until somebody switches it on again.</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(3);

    private Webhook() { }

    /// <param name="url">Absolute; https.</param>
    /// <param name="events">Types such as <c>order.confirmed</c>.</param>
    /// <param name="secret">Closed with the keys of the portal.</param>
    /// <param name="by">Null for a program; history names its key.</param>
    /// <param name="now">When.</param>
    public Webhook(string url, IEnumerable<string> events, byte[] secret, MemberId? by, DateTimeOffset now)
    {
        (Secret, CreatedBy, CreatedAt) = (secret, by, now);
        Describe(url, events);
    }

    public WebhookId Id { get; private set; } = Ids.New<WebhookId>();

    public string Url { get; private set; } = null!;

    /// <summary>What it is told of; sorted.</summary>
    public IReadOnlyList<string> Events { get; private set; } = [];

    /// <summary>What its messages are signed with, closed: neither history nor an answer ever holds it again.</summary>
    public byte[] Secret { get; private set; } = null!;

    public bool IsActive { get; private set; } = true;

    /// <summary>The first failure since the last message that arrived; null while all is well.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    /// <summary>When the portal gave it up; null where it is active, or a person switched it off.</summary>
    public DateTimeOffset? GivenUpAt { get; private set; }

    public MemberId? CreatedBy { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>What failed at another address says nothing of this one.</summary>
    public void Describe(string url, IEnumerable<string> events)
    {
        var address = url.Trim();
        FailingSince = address == Url ? FailingSince : null;
        (Url, Events) = (address, [.. events.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Switched on, it starts with a clean slate.</summary>
    public void Switch(bool on)
    {
        if (on != IsActive)
        {
            (IsActive, FailingSince, GivenUpAt) = (on, null, null);
        }
    }

    public void GiveUp(DateTimeOffset now) => (IsActive, GivenUpAt) = (false, now);
}
