using System.Diagnostics;
using AdvPortal.Bench.Lab;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Bench.Orders;

/// <summary>P5: an order of 20 lines held against 30 requirements, 3 of which fire on 22 findings.</summary>
internal sealed class JudgingBenchmark : Benchmark
{
    private const int Lines = 20;
    private const int Findings = 22;
    private const int Repeats = 2_000;
    private const int BytesOfJudgement = 4 * 1024;
    private const int BytesOfFinding = 200;

    private static readonly DateOnly _monday = new(2026, 11, 23);
    private static readonly SiteId _here = Ids.New<SiteId>();
    private static readonly SiteId _elsewhere = Ids.New<SiteId>();

    public override string Id => "P5";

    public override Task<IReadOnlyList<Figure>> RunAsync(Laboratory laboratory, CancellationToken ct)
    {
        var (draft, rules, at) = (Draft(), new Rulebook(Requirements()), new JudgedAt(_monday, _monday, _monday, new(10, 0)));

        if (Judgement.Of(draft, rules, at).Findings.Count is var found && found != Findings)
        {
            throw new InvalidOperationException($"The scene gives {found} findings instead of {Findings}.");
        }

        var (rounds, bytes) = (new List<double>(), 0L);

        for (var round = 0; round < 25; round++)
        {
            var (before, started) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());

            for (var repeat = 0; repeat < Repeats; repeat++)
            {
                GC.KeepAlive(Judgement.Of(draft, rules, at));
            }

            rounds.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds / Repeats);
            bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Repeats;
        }

        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            Figure.AtMost(Id, "judging 20 lines against 30 requirements", new Timings(rounds.Skip(5)).P50, "µs", 20),
            Figure.AtMost(Id, "the same, allocated", bytes, "B", BytesOfJudgement + (Findings * BytesOfFinding)),
        ]);
    }

    private static OrderDraft Draft() => new()
    {
        ClientId = Ids.New<ClientId>(),
        SiteId = _here,
        CustomerReference = "4500187342",
        Currency = "EUR",
        RequestedOn = new(2026, 11, 25),
        Lines = [.. Enumerable.Range(1, Lines).Select(n => new DraftLine
        {
            LineNo = $"{n * 10}",
            ProductId = Ids.New<ProductId>(),
            ProductCode = $"VH-M8-{n}-ZN",
            ProductFamily = "visserie",
            Description = "Vis H M8×30",
            Quantity = 5000,
            NetPrice = 8.40m,
            PriceBaseQuantity = 100,
            ContractPrice = 8.40m,
        })],
    };

    // Three that fire; nine of another site, nine of another family, and nine that the order already follows.
    private static IEnumerable<InForce> Requirements() =>
    [
        A(1, new DeliveryDays { Closed = Weekdays.Wednesday | Weekdays.Thursday }, Severity.Block),
        A(2, new ProductCode { Prefix = "0A-" }, Severity.AutoFix),
        A(3, new Labelling { Symbology = Symbology.Qr }, Severity.Warn),
        .. Enumerable.Range(4, 9).Select(n => A(n, new ProductCode { Suffix = $"-{n}" }, Severity.AutoFix, site: _elsewhere)),
        .. Enumerable.Range(13, 9).Select(n => A(n, new Labelling { Symbology = Symbology.Gs1128, Per = LogisticUnit.Pallet }, Severity.Warn, family: $"famille {n}")),
        .. Enumerable.Range(22, 9).Select(n => A(n, new DeliveryDays { ClosedDates = [new(new DateOnly(2026, 12, n), new DateOnly(2026, 12, 31))], NoticeDays = 1 }, Severity.Block)),
    ];

    private static InForce A(int number, Rule rule, Severity severity, SiteId? site = null, string? family = null) => new(
        Ids.New<RequirementId>(), number, 1, site, family, severity, Moments.Review, new DateRange(new(2025, 2, 3)),
        "Pas de livraison les mercredis et jeudis", new(SourceKind.Email, "Karim Haddad", new(2025, 2, 3)), rule);
}
