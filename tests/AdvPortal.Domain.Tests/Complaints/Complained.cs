using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Tests.Deliveries;

namespace AdvPortal.Domain.Tests.Complaints;

/// <summary>Complaints as tests need them: of 5 000 and 300 pieces that were delivered, 800 and 200 are disputed: 67,20 € and 16,80 €.</summary>
internal static class Complained
{
    public static readonly Dictionary<Guid, decimal> Nothing = [];

    public static ComplaintHead Head(ComplaintSeverity severity = ComplaintSeverity.Major) =>
        new(Given.Client, "M10×45 livrées au lieu de M10×40", "Deux cartons marqués M10×40 contiennent des M10×45.", ComplaintNature.Logistics, severity);

    /// <summary>The company keeps the hours of Greenwich.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    public static (Delivery Delivery, Order Order) Delivered() => DeliveryLifeTests.At(DeliveryStatus.Delivered);

    public static Disputed Of(Order order, string lineNo, decimal quantity, Delivery? delivery = null) =>
        order.Lines.Single(line => line.LineNo == lineNo) is var line ? new(order, line, quantity, delivery, delivery?.Lines.Single(each => each.LineId == line.Id)) : null!;

    public static Result<Complaint> Open(params Disputed[] lines) => Complaint.Open(Ids.New<ComplaintId>(), Head(), lines, Nothing, Given.Now, Given.Monday, Given.Claire);

    public static Complaint Opened(ComplaintSeverity severity = ComplaintSeverity.Major)
    {
        var (delivery, order) = Delivered();
        var opened = Complaint.Open(Ids.New<ComplaintId>(), Head(severity), [Of(order, "10", 800, delivery), Of(order, "20", 200, delivery)], Nothing, Given.Now, Given.Monday, Given.Claire);
        Assert.True(opened.IsOk, opened.Refusal?.ToString());

        return opened.Value;
    }

    /// <summary>With all that its steps ask for.</summary>
    public static Complaint Prepared(ComplaintSeverity severity = ComplaintSeverity.Major)
    {
        var complaint = Opened(severity);
        Ok(complaint.Gather([new(Given.Claire, "Claire Morel"), new(null, " Paul Garnier ", "Entrepôt")]));
        Ok(complaint.State("1 000 vis M10×45 dans deux cartons étiquetés M10×40, BL26-11842"));
        Done(complaint, new(ComplaintActionKind.Immediate, "Bloquer le lot L26-3381", Who: "Paul Garnier"));
        Ok(complaint.Analyse(new(["Deux lots se touchent au rayon", "Le bac n’est pas repéré"], "Pas de contrôle à l’étiquetage"), ComplaintCause.Labelling, ComplaintSide.Us));
        Done(complaint, new(ComplaintActionKind.Corrective, "Pesée de contrôle de chaque carton"));
        Ok(complaint.Verify("Dix livraisons sans erreur"));
        Done(complaint, new(ComplaintActionKind.Preventive, "QR code par carton"));

        return complaint;
    }

    public static void FinishUntil(this Complaint complaint, Discipline last)
    {
        for (var step = complaint.Step!.Value; step <= last; step++)
        {
            Ok(complaint.Finish(step, Given.Now, Given.Claire));
        }
    }

    /// <summary>Nothing is given, and the client was told.</summary>
    public static void SettleAndTell(this Complaint complaint)
    {
        Ok(complaint.Settle([.. complaint.Lines.Select(line => new SettledLine(line.Id, Settlements.Replacement))]));
        Ok(complaint.Tell("Nous remplaçons les vis.", Given.Now));
    }

    public static Complaint At(ComplaintStatus status)
    {
        var complaint = Prepared();

        switch (status)
        {
            case ComplaintStatus.Contained: complaint.FinishUntil(Discipline.Containment); break;
            case ComplaintStatus.Analysed: complaint.FinishUntil(Discipline.RootCause); break;
            case ComplaintStatus.Corrected: complaint.FinishUntil(Discipline.Prevention); complaint.SettleAndTell(); break;
            case ComplaintStatus.Closed: complaint.FinishUntil(Discipline.Prevention); complaint.SettleAndTell(); Ok(complaint.Close(Given.Now)); break;
            case ComplaintStatus.Refused: Ok(complaint.Refuse("Hors contrat", Given.Now)); break;
            case ComplaintStatus.Withdrawn: Ok(complaint.Withdraw("Retrouvées au magasin", Given.Now)); break;
            case ComplaintStatus.Reopened: complaint.FinishUntil(Discipline.Prevention); complaint.SettleAndTell(); Ok(complaint.Close(Given.Now)); Ok(complaint.Reopen("Encore deux cartons", Discipline.RootCause, [], Nothing, Given.Now, Given.Monday)); break;
        }

        Assert.Equal(status, complaint.Status);

        return complaint;
    }

    public static void Ok(Result result) => Assert.True(result.IsOk, result.Refusal?.ToString());

    private static void Done(Complaint complaint, PlannedAction planned)
    {
        Ok(complaint.Plan(planned));
        Ok(complaint.Tick(complaint.Actions[^1].Id, done: true, Given.Now, Given.Claire));
    }
}
