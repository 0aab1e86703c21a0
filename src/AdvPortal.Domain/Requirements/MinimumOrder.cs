using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Requirements;

/// <summary>What an order amounts to at least, and from where its carriage is paid.</summary>
public sealed record MinimumOrder : Rule
{
    public const string KindName = "minimumOrder";
    public const decimal AmountMax = 10_000_000;

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>Net of taxes, in <see cref="Currency"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Amount { get; init; }

    /// <summary>ISO 4217; stands with an amount.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Currency { get; init; }

    /// <summary>Of all lines together, in their units.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Quantity { get; init; }

    /// <summary>Net of taxes, in <see cref="Currency"/>: from this amount the carriage is ours (franco de port).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? CarriagePaidFrom { get; init; }

    public override Refusal? Check() => this switch
    {
        { Amount: null, Quantity: null, CarriagePaidFrom: null } => new RuleSaysNothing(),
        { Amount: <= 0 or > AmountMax } or { Quantity: <= 0 or > AmountMax } or { CarriagePaidFrom: <= 0 or > AmountMax } => new MinimumOutOfRange(AmountMax),
        { Currency: null } when Amount is not null || CarriagePaidFrom is not null => new MinimumWithoutCurrency(),
        { Currency: { } currency } when currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper) => new CurrencyNotValid(currency),
        _ => null,
    };
}
