using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Intake;

/// <summary>Whether documents are read by what is written down of their layout.</summary>
[JsonConverter(typeof(CamelCaseEnum<LayoutState>))]
public enum LayoutState
{
    /// <summary>Inferred from a document: nobody has said yet that it is right, and nothing is read by it.</summary>
    Proposed,

    /// <summary>Approved: the client's next documents of this layout are read by it.</summary>
    InForce,

    /// <summary>Given up: such documents are read as if for the first time.</summary>
    Retired,
}

/// <summary>A column or a label of a layout and what it holds.</summary>
/// <param name="Text">The header or label as written in the document.</param>
/// <param name="IsLabel">It stands by one value of the order's head, not over a column of its lines.</param>
/// <param name="Field">What the reader took it for by itself, a name of the REST contract's <c>document</c>; null for what it left unread.</param>
/// <param name="Said">What a person said instead: such a name, an empty text for « leave it alone », or null where the reader is right.</param>
public sealed record LayoutField(string Text, bool IsLabel, string? Field, string? Said = null)
{
    public const int TextMaxLength = 200;

    /// <summary>What it is read as; null for nothing.</summary>
    [JsonIgnore]
    public string? ReadAs => Said is null ? Field : Said.Length == 0 ? null : Said;
}

/// <summary>How the ambiguous is meant in documents of a layout.</summary>
/// <param name="DecimalMark">« , » or « . »; null: told from each document.</param>
/// <param name="DayFirst">Of dates such as 03/04/2026; null: told from each document.</param>
/// <param name="Currency">ISO 4217, where prices show no sign or one that several currencies share; null: told from each document.</param>
/// <param name="Units">The client's words for units → ours (« bte » → « BX »).</param>
public sealed record LayoutHabits(char? DecimalMark = null, bool? DayFirst = null, string? Currency = null, IReadOnlyDictionary<string, string>? Units = null);

/// <summary>A layout as it was approved once.</summary>
/// <param name="By">Null when a program approved; history names its key.</param>
public sealed record LayoutRevision(int Revision, IReadOnlyList<LayoutField> Fields, LayoutHabits Habits, DateTimeOffset At, MemberId? By);

/// <summary>How one client's documents of one layout are read: what the reader takes each column and label for, and what a person put right once and for all.</summary>
public sealed class ClientLayout : TenantOwned
{
    public const int NameMaxLength = 200;
    public const int UnitsMax = 100;
    public const int UnitMaxLength = 20;

    private ClientLayout() { }

    /// <summary>What a document of a new layout was read by; it waits for approval.</summary>
    public ClientLayout(ClientId client, string fingerprint, string name, IReadOnlyList<LayoutField> fields, OrderDocumentId seenIn, DateTimeOffset now)
    {
        (ClientId, Fingerprint, Name, Fields, SeenIn, SeenAt) = (client, fingerprint, name[..Math.Min(name.Length, NameMaxLength)], fields, seenIn, now);
    }

    public ClientLayoutId Id { get; private set; } = Ids.New<ClientLayoutId>();
    public ClientId ClientId { get; private set; }

    /// <summary>Hexadecimal: equal for documents of one layout, whatever they order.</summary>
    public string Fingerprint { get; private set; } = null!;

    /// <summary>The name of the first file, until a person names it better.</summary>
    public string Name { get; private set; } = null!;

    public LayoutState State { get; private set; }

    /// <summary>How often it was approved; 0 while it is only proposed.</summary>
    public int Revision { get; private set; }

    public IReadOnlyList<LayoutField> Fields { get; private set; } = [];
    public LayoutHabits Habits { get; private set; } = new();

    /// <summary>Everything that was ever in force, the last one at the end.</summary>
    public IReadOnlyList<LayoutRevision> Revisions { get; private set; } = [];

    /// <summary>The document it was first met in: what a change of it is tried on.</summary>
    public OrderDocumentId SeenIn { get; private set; }

    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>Puts in force what a person says of it.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="said">Text and kind of a place → what it holds; those left out stay as the reader takes them.</param>
    /// <param name="habits">How the ambiguous is meant.</param>
    /// <param name="known">The names that a place may be given.</param>
    /// <param name="by">Who says so; null for a program.</param>
    /// <param name="at">When.</param>
    public Result Approve(string name, IReadOnlyDictionary<(string Text, bool IsLabel), string?> said, LayoutHabits habits, IReadOnlyCollection<string> known, MemberId? by, DateTimeOffset at)
    {
        if (said.Keys.FirstOrDefault(place => !Fields.Any(field => (field.Text, field.IsLabel) == place)) is { Text: { } unknown })
        {
            return new NoSuchPlaceInLayout(unknown);
        }

        List<LayoutField> fields = [.. Fields.Select(field => said.TryGetValue((field.Text, field.IsLabel), out var what) ? field with { Said = what == field.Field ? null : what } : field)];

        if (fields.Find(field => field.ReadAs is { } read && !known.Contains(read)) is { } odd)
        {
            return new LayoutFieldUnknown(odd.Text, odd.ReadAs!);
        }

        // What two columns hold, nobody could say of the order; a label may well be written twice.
        if (fields.Where(field => !field.IsLabel && field.ReadAs is not null).GroupBy(field => field.ReadAs).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            return new LayoutFieldTwice(twice.First().Text, twice.Last().Text);
        }

        if (habits is { DecimalMark: not (null or ',' or '.') } || habits.Currency is { } currency && (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper))
            || habits.Units is { } units && (units.Count > UnitsMax || units.Any(unit => unit.Key.Length is 0 or > UnitMaxLength || unit.Value.Length is 0 or > UnitMaxLength)))
        {
            return new LayoutHabitsNotValid();
        }

        (Name, Fields, Habits, State, Revision) = (name.Trim() is { Length: > 0 } called ? called[..Math.Min(called.Length, NameMaxLength)] : Name, fields, habits, LayoutState.InForce, Revision + 1);
        Revisions = [.. Revisions, new(Revision, Fields, Habits, at, by)];

        return Result.Ok;
    }

    public Result Retire()
    {
        if (State is LayoutState.Retired)
        {
            return new LayoutRetired();
        }

        State = LayoutState.Retired;

        return Result.Ok;
    }
}
