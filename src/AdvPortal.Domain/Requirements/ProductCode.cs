using System.Text.Json.Serialization;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Requirements;

/// <summary>Fills a code up to a length, on the left.</summary>
/// <param name="Length">Characters of the whole code, prefix and suffix included: 1 to 40.</param>
public sealed record CodePad(int Length, char Char);

/// <summary>The client knows our products under codes of its own. Ours inside, theirs on every document that leaves.</summary>
public sealed record ProductCode : Rule
{
    public const string KindName = "productCode";
    public const int AffixMaxLength = 20;
    public const int CodeMaxLength = 40;

    private static readonly Documents[] _each = [Documents.Acknowledgement, Documents.DeliveryNote, Documents.Invoice, Documents.Label];
    private static readonly Matter[] _shown = [.. _each.Select(document => Matter.Of((ProductCode rule) => rule.AppearsOn(document) ? rule.Pattern : null))];

    [JsonIgnore]
    public override string Kind => KindName;

    [JsonIgnore]
    public override Severity UsualSeverity => Severity.AutoFix;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Prefix { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Suffix { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CodePad? Pad { get; init; }

    /// <summary>Our code → theirs, for products that follow no pattern; nothing is added to these.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Map { get; init; }

    /// <summary>Where the client's code is shown; nothing said means everywhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Documents Documents { get; init; }

    public bool AppearsOn(Documents document) => Documents.Cover(document);

    /// <summary>The client's code of one of our products.</summary>
    public string ToBuyer(string ourCode) => Map is not null && Map.TryGetValue(ourCode, out var theirs) ? theirs : Dress(ourCode);

    /// <summary>The client's code when we may already know one (sent in the order, or from the client's list): it is left alone where it follows the rule.</summary>
    public string ToBuyer(string ourCode, string? knownCode)
    {
        if (knownCode is null || (Map?.ContainsKey(ourCode) ?? false))
        {
            return ToBuyer(ourCode);
        }

        return Fits(knownCode) ? knownCode : Dress(knownCode);
    }

    /// <summary>Our code behind one of theirs; null when theirs does not follow the rule.</summary>
    /// <remarks>Whenever it answers, <see cref="ToBuyer(string)"/> leads back. A code of ours that itself begins with the padding needs the product list to be told apart.</remarks>
    public string? FromBuyer(string theirCode)
    {
        if (Map?.FirstOrDefault(pair => pair.Value.Equals(theirCode, StringComparison.Ordinal)).Key is { } mapped)
        {
            return mapped;
        }

        if (!Fits(theirCode))
        {
            return null;
        }

        var bare = theirCode[(Prefix?.Length ?? 0)..^(Suffix?.Length ?? 0)];
        var ours = Pad is null ? bare : bare.TrimStart(Pad.Char);

        return ours.Length > 0 && ToBuyer(ours).Equals(theirCode, StringComparison.Ordinal) ? ours : null;
    }

    public override Refusal? Check()
    {
        if (Prefix is not null && !IsAffix(Prefix))
        {
            return new PrefixNotValid(Prefix, AffixMaxLength);
        }

        if (Suffix is not null && !IsAffix(Suffix))
        {
            return new SuffixNotValid(Suffix, AffixMaxLength);
        }

        if (Pad is not null && (Pad.Length is < 1 or > CodeMaxLength || char.IsWhiteSpace(Pad.Char) || char.IsControl(Pad.Char)))
        {
            return new PadNotValid(CodeMaxLength);
        }

        if (Map?.Any(pair => !IsCode(pair.Key) || !IsCode(pair.Value)) ?? false)
        {
            return new MappedCodeNotValid(CodeMaxLength);
        }

        if (Map?.Values.CountBy(code => code, StringComparer.Ordinal).FirstOrDefault(code => code.Value > 1).Key is { } twice)
        {
            return new BuyerCodeGivenTwice(twice);
        }

        return Prefix is null && Suffix is null && Pad is null && Map is null or { Count: 0 } ? new RuleSaysNothing() : null;
    }

    internal override IEnumerable<Matter> Matters => _shown;

    /// <summary>What a code says that is shown on some documents.</summary>
    internal static IReadOnlyList<Matter> On(Documents documents) => [.. _shown.Where((_, index) => documents.Cover(_each[index]))];

    internal override void Judge(InForce requirement, JudgementRun run)
    {
        if (!requirement.Period.Contains(run.Today))
        {
            return;
        }

        for (var index = 0; index < run.Draft.Lines.Count; index++)
        {
            var line = run.Draft.Lines[index];

            if (line.ProductCode is { } ours && requirement.Concerns(line) && run.TakeCode(index, Documents))
            {
                var theirs = ToBuyer(ours, line.BuyerCode);

                run.Add(new Found(new CodeShown(ours, theirs, Documents), requirement.Severity, index, requirement));

                if (AppearsOn(Documents.Acknowledgement) && requirement.Severity is (Severity.AutoFix or Severity.Block))
                {
                    run.ShowCode(index, theirs);
                }
            }
        }
    }

    // Two that lead to the same codes are equal, however they were written.
    private (string?, string?, CodePad?, string) Pattern =>
        (Prefix, Suffix, Pad, string.Join('\n', Map?.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}") ?? []));

    private string Dress(string code)
    {
        var missing = Pad is null ? 0 : Pad.Length - (Prefix?.Length ?? 0) - (Suffix?.Length ?? 0) - code.Length;

        return missing > 0
            ? string.Concat(Prefix, new string(Pad!.Char, missing), code, Suffix)
            : string.Concat(Prefix, code, Suffix);
    }

    private bool Fits(string code) =>
        code.Length > (Prefix?.Length ?? 0) + (Suffix?.Length ?? 0)
        && code.StartsWith(Prefix ?? "", StringComparison.Ordinal)
        && code.EndsWith(Suffix ?? "", StringComparison.Ordinal)
        && code.Length >= (Pad?.Length ?? 0);

    private static bool IsAffix(string text) => text.Length is >= 1 and <= AffixMaxLength && IsPrintable(text);

    private static bool IsCode(string text) => text.Length is >= 1 and <= CodeMaxLength && IsPrintable(text);

    private static bool IsPrintable(string text) => !text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character));
}
