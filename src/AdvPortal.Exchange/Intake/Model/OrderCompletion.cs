using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Exchange.Intake.Model;

/// <summary>Fills in what a person took of the proposals. What it was read as stays, and the document says of itself what did not come from its reader.</summary>
public static class OrderCompletion
{
    /// <summary>The problem that tells what was filled in so.</summary>
    public const string Told = "taken-from-model";

    public static DocumentReading Fill(DocumentReading reading, IReadOnlyList<OrderProposal> taken)
    {
        var order = reading.Orders is [var read] ? read : new PurchaseOrder();
        var lines = order.Lines.ToList();
        List<Spot> spots = [];
        List<Problem> told = [];

        foreach (var proposal in taken)
        {
            if (proposal is { Line: null, IsNewLine: false })
            {
                order = Filled(order, proposal.Values[0]);
                Tell(OriginalDraft.Head(0, ""), null, proposal);
                continue;
            }

            var at = proposal.Line ?? lines.Count;

            if (proposal.IsNewLine)
            {
                lines.Add(new() { LineNo = NextNumber(lines) });
            }

            lines[at] = proposal.Values.Aggregate(lines[at], Filled);
            Tell(OriginalDraft.Line(0, at, ""), Place.Line(lines[at].LineNo ?? Place.Text(at + 1), order: null), proposal);
        }

        return reading with
        {
            Verdict = ReadingVerdict.NeedsReview,
            Orders = [order with { Lines = lines }],
            Problems = [.. reading.Problems, .. told],
            Taken = [.. reading.Taken ?? [], .. spots],
        };

        void Tell(string owner, Message? where, OrderProposal proposal)
        {
            spots.AddRange(proposal.Values.Select(value => value.At is { } spot ? spot with { Value = owner + value.Field } : null).OfType<Spot>());
            told.Add(new(ProblemSeverity.Warning, Told, new(Told, ProblemText.Word($"taken-{(proposal.IsNewLine ? "line" : proposal.Values[0].Field)}")), where));
        }
    }

    private static PurchaseOrder Filled(PurchaseOrder order, ProposedValue value) => value.Field switch
    {
        "orderNumber" => order with { OrderNumber = value.Text },
        "requestedDelivery" => order with { RequestedDelivery = value.Wanted },
        "shipTo.name" => order with { ShipTo = new() { Name = value.Text } },
        "buyer.name" => order with { Buyer = (order.Buyer ?? new()) with { Name = value.Text } },
        _ => throw new InvalidOperationException($"No value {value.Field} of an order is proposed."),
    };

    private static PurchaseOrderLine Filled(PurchaseOrderLine line, ProposedValue value) => value.Field switch
    {
        "buyerCode" => line with { BuyerCode = value.Text },
        "description" => line with { Description = value.Text },
        "quantity" => line with { Quantity = value.Number },
        "unit" => line with { Unit = value.Text },
        "netPrice" => line with { NetPrice = value.Number },
        "requestedDelivery" => line with { RequestedDelivery = value.Wanted },
        _ => throw new InvalidOperationException($"No value {value.Field} of a line is proposed."),
    };

    // Counted where the client does not number; a number that is given already is nobody else's.
    private static string NextNumber(List<PurchaseOrderLine> lines)
    {
        var number = lines.Count + 1;

        while (lines.Exists(line => line.LineNo == Place.Text(number)))
        {
            number++;
        }

        return Place.Text(number);
    }
}
