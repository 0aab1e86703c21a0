using AdvPortal.Application.Deliveries;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Day;

/// <summary>« Ma journée »: what now, why, and for whom? Every sort of work asks in one visit, once it is known when goods leave. A key belongs to nobody, and is shown everybody's work.</summary>
[UseCase]
public sealed class ReadMyDay(UnitOfWork unitOfWork, TenantClock clock, CurrentMember member)
{
    private static readonly IDaySource[] _sources =
        [new DocumentsWaiting(), new InquiriesToAnswer(), new ComplaintSteps(), new TenderTasks(), new TendersDue(), new BlanketsToSettle(), new HandoffsToAccept(), new RequirementsCorrected(), new PromisesAtRisk(), new OrdersHeld(), new BriefingsToRead(), new HandbacksToRead()];

    public Task<Result<DayView>> ExecuteAsync(CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadOrders, async db =>
        {
            var half = HalfDay.Of(clock.Local(clock.Now));
            var answered = member.Id is { } me ? db.AnsweredBy(me, half) : db.ResponsibilitiesAt(half);
            var departures = await Departures.ReadAsync(db, ct);
            var asking = new DayQuestion { Visit = new(db), Db = db, Answered = answered, Member = member, Clock = clock, FirstDeparture = departures.First(clock) };
            var clients = asking.Visit.Ask(DayClients.Ask(db, answered, half));
            var orders = OrdersToReview.Ask(asking);
            var others = _sources.Select(source => source.Ask(asking)).ToList();
            await asking.Visit.GoAsync(ct);

            var known = new DayClients(clients.Rows);
            List<DayView.Item> items = [.. OrdersToReview.Items(orders.Rows, known), .. others.SelectMany(found => found(known))];

            return new DayView(clock.Now, clock.Today, [.. items.OrderBy(i => i.DueAt).ThenBy(i => i.SubjectId)], known.Portfolios(items), OrdersToReview.Sentences(orders.Rows, known));
        }, ct);
}

/// <summary>What every sort of work needs to ask for its own.</summary>
internal sealed class DayQuestion
{
    /// <summary>Beyond this a queue is no queue: the list of that work shows the rest.</summary>
    public const int MostOfAKind = 200;

    /// <summary>In which all ask.</summary>
    public required Visit Visit { get; init; }

    public required AdvDbContext Db { get; init; }

    /// <summary>The clients for whom the asking person answers now.</summary>
    public required IQueryable<Responsibility> Answered { get; init; }

    /// <summary>Who asks: what they may not do is no work of theirs.</summary>
    public required CurrentMember Member { get; init; }

    public required TenantClock Clock { get; init; }

    /// <summary>The first day on which goods may still leave.</summary>
    public required DateOnly FirstDeparture { get; init; }
}

/// <summary>One sort of work that waits for somebody.</summary>
internal interface IDaySource
{
    /// <returns>What is read of the answer, once the visit is over.</returns>
    Func<DayClients, IEnumerable<DayView.Item>> Ask(DayQuestion day);
}
