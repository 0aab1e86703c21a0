using System.Text.Json.Serialization;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Requirements;

/// <summary>What an order amounts to at least, and from where its carriage is paid.</summary>
public sealed record MinimumOrder : Rule
{
    public const string KindName = "minimumOrder";
    public const decimal AmountMax = 10_000_000;

    private static readonly Matter[] _amount = [Matter.Of((MinimumOrder rule) => rule.Amount is { } amount ? new Money(amount, rule.Currency ?? "") : null)];
    private static readonly Matter[] _quantity = [Matter.Of((MinimumOrder rule) => rule.Quantity)];
    private static readonly Matter[] _carriage = [Matter.Of((MinimumOrder rule) => rule.CarriagePaidFrom is { } amount ? new Money(amount, rule.Currency ?? "") : null)];

    [JsonIgnore]
    public override string Kind => KindName;

    [JsonIgnore]
    public override Severity UsualSeverity => Severity.Warn;

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

    internal override IEnumerable<Matter> Matters => [.. _amount, .. _quantity, .. _carriage];

    internal override void Judge(InForce requirement, JudgementRun run)
    {
        if (Quantity is { } pieces && run.Speaks(requirement, _quantity[0]) && run.QuantityOf(requirement) is var ordered && ordered < pieces)
        {
            run.Add(Short(requirement, _quantity, new(MessageKeys.MinimumQuantity, ordered, pieces), new() { Quantity = ordered }));
        }

        var (least, paidFrom) = (run.Speaks(requirement, _amount[0]) ? Amount : null, run.Speaks(requirement, _carriage[0]) ? CarriagePaidFrom : null);

        if (least is not null || paidFrom is not null)
        {
            Compare(requirement, run, least, paidFrom);
        }
    }

    // Amounts in two currencies do not compare, and nothing converts them here: somebody looks.
    private void Compare(InForce requirement, JudgementRun run, decimal? least, decimal? paidFrom)
    {
        var (total, currency) = (run.AmountOf(requirement), run.Draft.Currency);
        var before = new FindingValues { TotalNet = total };

        if (!currency.Equals(Currency, StringComparison.OrdinalIgnoreCase))
        {
            run.Add(Short(requirement, [.. _amount, .. _carriage], new(MessageKeys.MinimumOtherCurrency, new Money(least ?? paidFrom ?? 0, Currency ?? ""), currency), before));
            return;
        }

        if (total < least)
        {
            run.Add(Short(requirement, _amount, new(MessageKeys.MinimumAmount, new Money(total, currency), new Money(least.Value, currency)), before));
        }

        if (total < paidFrom)
        {
            run.Add(Short(requirement, _carriage, new(MessageKeys.CarriageNotPaid, new Money(total, currency), new Money(paidFrom.Value, currency)), before, new() { CarriagePaid = false }));
        }
    }

    private static Found Short(InForce requirement, Matter[] matters, Message explanation, FindingValues before, FindingValues? after = null) =>
        new(new Difference(KindName, explanation, before, after, matters), requirement.Severity, Requirement: requirement);
}
