using System.Text.Json.Serialization;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Requirements;

/// <summary>Whether a client takes an order in several deliveries.</summary>
public sealed record PartialDelivery : Rule
{
    public const string KindName = "partialDelivery";

    private static readonly Matter[] _allowed = [Matter.Of((PartialDelivery rule) => rule.Allowed)];

    [JsonIgnore]
    public override string Kind => KindName;

    [JsonIgnore]
    public override Severity UsualSeverity => Severity.AutoFix;

    /// <summary>Null when the sentence does not say: such a rule is not put in force.</summary>
    public bool? Allowed { get; init; }

    public override Refusal? Check() => Allowed is null ? new RuleSaysNothing() : null;

    internal override IEnumerable<Matter> Matters => _allowed;

    internal override Turn Turn => Turn.Dates;

    /// <summary>Everything arrives together: on the last of the dates promised, or the first one after it that suits every line.</summary>
    internal override void Judge(InForce requirement, JudgementRun run)
    {
        if (Allowed is not false)
        {
            return;
        }

        List<int> lines = [.. Enumerable.Range(0, run.Lines.Length).Where(index => run.Speaks(requirement, _allowed[0], index))];
        var dates = lines.Select(index => run.Lines[index].PromisedOn).Distinct().ToList();

        if (dates.Count < 2)
        {
            return;
        }

        if (dates.Contains(null))
        {
            run.Add(new(new Difference(KindName, new(MessageKeys.TogetherToAsk), matters: _allowed), requirement.Severity, Requirement: requirement));
            return;
        }

        if (run.FirstForAll(lines, dates.Max()!.Value) is not { } together)
        {
            run.Add(new(new Difference(KindName, new(MessageKeys.NothingTogether, Judgement.HorizonDays), matters: _allowed), requirement.Severity, Requirement: requirement));
            return;
        }

        foreach (var index in lines.Where(index => run.Lines[index].PromisedOn != together))
        {
            run.Add(new(new DateGathered(run.Lines[index].PromisedOn!.Value, together, requirement, _allowed), requirement.Severity, index, requirement));

            if (requirement.Severity is Severity.AutoFix or Severity.Block)
            {
                run.Promise(index, together);
            }
        }
    }
}
