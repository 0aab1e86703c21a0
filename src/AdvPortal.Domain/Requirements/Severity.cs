using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Requirements;

/// <summary>How much a client insists: it is said, it is ticked, it is put right at once, or nothing is confirmed before it is settled.</summary>
[JsonConverter(typeof(CamelCaseEnum<Severity>))]
public enum Severity { Warn, Task, AutoFix, Block }

/// <summary>When a requirement is looked at; a list of names in JSON.</summary>
[Flags, JsonConverter(typeof(FlagsAsList<Moments>))]
public enum Moments
{
    None = 0,
    Intake = 1,
    Confirmation = 2,
    Planning = 4,
    Packing = 8,
    Labelling = 16,
    Invoicing = 32,
    /// <summary>What a person who reviews an order must know: everything that is looked at before it is promised.</summary>
    Review = Intake | Confirmation,
}

/// <summary>The documents that leave for a client; none named means all of them.</summary>
[Flags, JsonConverter(typeof(FlagsAsList<Documents>))]
public enum Documents
{
    None = 0,
    Acknowledgement = 1,
    DeliveryNote = 2,
    Invoice = 4,
    Label = 8,
    All = 15,
}

public static class DocumentsExtensions
{
    /// <summary>Whether a document is among these; none named means all of them.</summary>
    public static bool Cover(this Documents documents, Documents document) => documents is Documents.None || (documents & document) != 0;
}

/// <summary>Where a requirement stands; an older revision is replaced, the last one may be retired.</summary>
[JsonConverter(typeof(CamelCaseEnum<RequirementStatus>))]
public enum RequirementStatus { Draft, InForce, Replaced, Retired }

/// <summary>How a client told us.</summary>
[JsonConverter(typeof(CamelCaseEnum<SourceKind>))]
public enum SourceKind { Email, Call, Contract, Complaint, Meeting, Letter, Handoff, Note }

/// <summary>Who said it, how and when: what a person quotes when a client asks why.</summary>
public sealed record RequirementSource(SourceKind Kind, string Who, DateOnly? On = null, string? Note = null)
{
    public const int WhoMaxLength = 200;
    public const int NoteMaxLength = 1000;
}
