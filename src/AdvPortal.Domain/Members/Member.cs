using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Domain.Members;

/// <summary>A person in one company. The account that signs in is a login, which may be a member of several companies.</summary>
public sealed class Member : TenantOwned
{
    public const int NameMaxLength = 120;
    public const int EmailMaxLength = 254;
    public const int BookColumnsMaxLength = 200;
    public const int TeamMaxLength = 60;

    private Member() { }

    public Member(LoginId login, string name, string email, IEnumerable<Role> roles, string language)
        : this(Ids.New<MemberId>(), login, name, email, roles, language)
    {
    }

    public Member(MemberId id, LoginId login, string name, string email, IEnumerable<Role> roles, string language)
    {
        Id = id;
        (LoginId, Name, Email, Language) = (login, name.Trim(), email.Trim(), language);
        Roles = [.. roles.Distinct().Order()];
    }

    public MemberId Id { get; private set; }
    public LoginId LoginId { get; private set; }

    [PersonalData]
    public string Name { get; private set; } = null!;

    [PersonalData]
    public string Email { get; private set; } = null!;

    public IReadOnlyList<Role> Roles { get; private set; } = [];

    /// <summary>ISO 639-1: the language this person reads the portal in.</summary>
    public string Language { get; private set; } = null!;

    /// <summary>"light", "dark", or null for what the device prefers.</summary>
    public string? Theme { get; private set; }

    public bool SingleLetterShortcuts { get; private set; } = true;

    /// <summary>The columns of the order book that this person looks at, a comma between them; null for the usual ones.</summary>
    public string? BookColumns { get; private set; }

    public bool IsDisabled { get; private set; }

    /// <summary>The half-days of every week that they do not work; null for a full week.</summary>
    public WorkingWeek? Week { get; private set; }

    /// <summary>What they carry in a full week, in points of <see cref="Workload"/>; null for what is usual.</summary>
    public decimal? Capacity { get; private set; }

    /// <summary>ISO 639-1: what they answer clients in; null for the language they read the portal in.</summary>
    public IReadOnlyList<string>? Languages { get; private set; }

    /// <summary>The team they belong to, by its name; null where the company has no teams, or they none.</summary>
    public string? Team { get; private set; }

    /// <summary>What they carry in the week they work: the 100 % of their load.</summary>
    public decimal WeeklyCapacity => (Capacity ?? Workload.Capacity) * (Week ?? WorkingWeek.Full).Share;

    public IReadOnlyList<string> Speaks => Languages ?? [Language];

    public void Rename(string name) => Name = name.Trim();

    public void Grant(IEnumerable<Role> roles) => Roles = [.. roles.Distinct().Order()];

    public void Work(WorkingWeek week) => Week = week.IsFull ? null : week;

    /// <param name="capacity">Null for what is usual.</param>
    /// <param name="languages">None for the language they read the portal in.</param>
    /// <param name="team">Null for none.</param>
    public Result Serve(decimal? capacity, IEnumerable<string> languages, string? team)
    {
        if (capacity is <= 0 or > Workload.MostCapacity)
        {
            return new CapacityNotSound((int)Workload.MostCapacity);
        }

        Capacity = capacity == Workload.Capacity ? null : capacity;
        Languages = languages.Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } spoken ? spoken : null;
        Team = string.IsNullOrWhiteSpace(team) ? null : team.Trim();

        return Result.Ok;
    }

    public void Disable() => IsDisabled = true;

    public void Enable() => IsDisabled = false;
}
