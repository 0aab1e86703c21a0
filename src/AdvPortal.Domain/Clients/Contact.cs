namespace AdvPortal.Domain.Clients;

/// <summary>What a person does at the client's, and so what they are written to about.</summary>
public enum ContactRole { Buyer, Warehouse, Quality, Accounting, Other }

/// <summary>A person at the client's. All that identifies them can be exported and erased.</summary>
public sealed class Contact : TenantOwned
{
    public const int NameMaxLength = 120;
    public const int HabitsMaxLength = 300;

    private Contact() { }

    internal Contact(ClientId client, string name, ContactRole role, string? email, string? phone, string language, SiteId? site) =>
        (ClientId, Name, Role, Email, Phone, Language, SiteId) = (client, name.Trim(), role, email, phone, language, site);

    public ContactId Id { get; private set; } = Ids.New<ContactId>();
    public ClientId ClientId { get; private set; }
    public SiteId? SiteId { get; private set; }

    [PersonalData]
    public string Name { get; private set; } = null!;

    public ContactRole Role { get; private set; }

    [PersonalData]
    public string? Email { get; private set; }

    [PersonalData]
    public string? Phone { get; private set; }

    /// <summary>How they like to be dealt with, as whoever stands in should know before the first call: « plutôt le matin, jamais le mercredi ».</summary>
    [PersonalData]
    public string? Habits { get; private set; }

    /// <summary>ISO 639-1.</summary>
    public string Language { get; private set; } = null!;

    /// <summary>When the person's data was erased on their request; null for anybody one may write to.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    public void Describe(string name, ContactRole role, string? email, string? phone, string language, SiteId? site) =>
        (Name, Role, Email, Phone, Language, SiteId) = (name.Trim(), role, email, phone, language, site);

    public void KnowHabits(string? habits) => Habits = string.IsNullOrWhiteSpace(habits) ? null : habits.Trim();

    /// <summary>Forgets who this was; that somebody was here stays, so that what refers to them stays readable.</summary>
    public void Erase(DateTimeOffset now) => (Name, Email, Phone, Habits, ErasedAt) = ("—", null, null, null, now);
}
