using System.Text.Json;
using AdvPortal.Domain.Requirements;
using FsCheck;
using FsCheck.Fluent;

namespace AdvPortal.Domain.Tests.Requirements;

/// <summary>Contents of requirements as people write them, few enough values that two often agree.</summary>
internal static class ContentCases
{
    private static readonly Gen<string> _sentences = Gen.Elements("Rien le mercredi", "Rien le jeudi matin", "Le mercredi rien du tout", "Le jeudi", "");

    private static readonly Gen<Rule> _rules = Gen.OneOf(
        from closed in Gen.Elements(Weekdays.None, Weekdays.Wednesday, Weekdays.Friday)
        from notice in Gen.Elements<int?>(null, 2, 3)
        from until in Gen.Elements<TimeOnly?>(null, new TimeOnly(11, 30), new TimeOnly(15, 0))
        select (Rule)new DeliveryDays { Closed = closed, NoticeDays = notice, Windows = until is { } hour ? [new() { Days = Weekdays.Friday, Until = hour }] : null },
        from prefix in Gen.Elements(null, "0A-", "X")
        from documents in Gen.Elements(Documents.None, Documents.Label)
        select (Rule)new ProductCode { Prefix = prefix, Documents = documents, Map = prefix is null ? new Dictionary<string, string> { ["VH"] = "7731" } : null });

    public static Arbitrary<RequirementContent> All { get; } = (
        from sentence in _sentences
        from who in Gen.Elements("Karim", "Anne")
        from day in Gen.Elements<DateOnly?>(null, Given.Monday)
        from severity in Gen.Elements(Severity.Warn, Severity.Block)
        from moments in Gen.Elements(Moments.Review, Moments.Packing)
        from start in Gen.Choose(0, 2)
        from end in Gen.Elements<int?>(null, 5, 9)
        from rule in _rules
        select new RequirementContent(sentence, new(SourceKind.Email, who, day), severity, moments, Given.Monday.AddDays(start), end is { } days ? Given.Monday.AddDays(days) : null, null, rule)).ToArbitrary();

    /// <summary>Lists within a rule are not equal by themselves.</summary>
    public static string Json(this RequirementContent content) => JsonSerializer.Serialize(content, DomainJson.Options);
}
