using AdvPortal.Application.Deliveries;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence.Common;
using FluentValidation;

namespace AdvPortal.Application.Requirements;

/// <summary>Holds a requirement that is still being written against the client's open orders and those of the last twelve months, as if it had always held. Nothing is kept.</summary>
[UseCase]
public sealed class RehearseRequirement(UnitOfWork unitOfWork, IValidator<RehearsalForm> validator, TenantClock clock)
{
    /// <summary>How many changed orders are told of, the newest first; all are counted.</summary>
    public const int MostOrders = 50;

    public async Task<Result<Rehearsal>> ExecuteAsync(RehearsalForm form, CancellationToken ct = default)
    {
        if (await validator.RefuseAsync(form, ct) is { } invalid)
        {
            return invalid;
        }

        var moments = form.Moments ?? Moments.Review;

        if ((moments is Moments.None ? new RequirementWithoutMoment() : form.Rule!.Check()) is { } refusal)
        {
            return refusal;
        }

        return await unitOfWork.ReadAsync<Rehearsal>(this, Permission.ManageRequirements, async db =>
        {
            var visit = new Visit(db);
            var clients = visit.Ask(db.Clients.Include(c => c.Sites).AsSingleQuery().Where(c => c.Id == form.ClientId));
            var required = visit.Ask(db.Requirements.Include(r => r.Revisions).AsSingleQuery().Where(r => r.ClientId == form.ClientId));
            var (departures, since) = (Departures.Ask(db, visit), clock.Now.AddYears(-1));
            var past = PastCalendars.Ask(db, visit, since, () => departures().Calendars);
            await visit.GoAsync(ct);

            if (clients.Only is not { } client)
            {
                return new NoSuchClient();
            }

            List<Requirement> requirements = [.. required.Rows];
            var self = requirements.Find(r => r.Id == form.RequirementId);

            if (form.RequirementId is not null && self is null)
            {
                return new NoSuchRequirement();
            }

            var tried = Tried(form, self, moments);
            InForce[] others = [.. requirements.Where(r => r != self).SelectMany(InForce.Of)];
            var (asItIs, asItWouldBe) = (Rulebook.Of(requirements), new Rulebook(others.Append(tried)));
            var (all, open, recent) = (new EffectCount(), new EffectCount(), new EffectCount());
            var zones = client.Sites.ToDictionary(s => s.Id, s => TimeZoneInfo.FindSystemTimeZoneById(s.TimeZone));

            var raised = await RehearsedOrder.RaisedAsync(db, client.Id, ct);
            var (calendars, then) = (departures().Calendars, past());

            await foreach (var stored in RehearsedOrder.Of(db, client.Id, tried.SiteId, since).WithCancellation(ct))
            {
                var order = stored.AsOrdered(raised[stored.Id]);

                if (tried.ProductFamily is not null && !order.Draft.Lines.Any(tried.Concerns))
                {
                    continue;
                }

                var changed = OrderRehearsal.Of(order, tried, Judge(order, asItIs), Judge(order, asItWouldBe));
                all.Add(changed);

                if (order.Status.IsOpen())
                {
                    open.Add(changed);
                }

                if (order.ReceivedAt >= since)
                {
                    recent.Add(changed);
                }
            }

            var (whole, later) = (all.ToEffect(), others.Where(other => !(other.Period.Until < clock.Today)).DistinctBy(other => other.RequirementId).Count());

            return new Rehearsal(
                whole.Examined, whole.Changed, whole.Unchanged, whole.Conflicts, whole.Orders, open.ToEffect(), recent.ToEffect(),
                [.. Contradictions.Of(tried with { Period = PeriodOf(form) }, others, clock.Today).Select(RehearsedContradiction.Of)], later);

            // On the day on which it came in, so that a date that has passed since is not found to be too soon; by the days on which goods leave now while it is open, and by those on which they left then once it is not.
            Judgement Judge(RehearsedOrder order, Rulebook rules)
            {
                var zone = order.Draft.SiteId is { } site && zones.TryGetValue(site, out var there) ? there : clock.Zone;

                return Judgement.Of(order.Draft, rules, JudgedAt.Instant(order.ReceivedAt, order.ReceivedAt, clock.Zone, zone), Moments.Review | moments, transport: (order.Status.IsOpen() ? calendars : then.On(order.ReceivedAt)).TransportOf(order.TransportDays));
            }
        }, ct);
    }

    // As it was filled in so far: an end before the beginning is none yet.
    private DateRange PeriodOf(RehearsalForm form) =>
        (form.ValidFrom ?? clock.Today) is var from && form.ValidUntil >= from ? new(from, form.ValidUntil) : new(from);

    // The scope of one that is there already does not change.
    private InForce Tried(RehearsalForm form, Requirement? self, Moments moments) => new(
        self?.Id ?? Ids.New<RequirementId>(), self?.Number ?? int.MaxValue, int.MaxValue,
        self is null ? form.SiteId : self.SiteId, self is null ? NullIfBlank(form.ProductFamily) : self.ProductFamily,
        form.Severity, moments, new(DateOnly.MinValue, null), form.Sentence ?? "", form.Source ?? new(SourceKind.Note, ""), form.Rule!)
    {
        Since = form.ValidFrom ?? clock.Today,
    };

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A requirement to try: it need not be complete, only its rule must make sense.</summary>
public sealed class RehearsalForm : RequirementForm
{
    public ClientId? ClientId { get; set; }

    /// <summary>The one that would be revised; null for a new one.</summary>
    public RequirementId? RequirementId { get; set; }
}

/// <summary>Whether there is something to try.</summary>
public sealed class RehearsalValidator : AbstractValidator<RehearsalForm>
{
    public RehearsalValidator()
    {
        RuleFor(f => f.ClientId).NotNull().WithMessage("ChooseClient");
        RuleFor(f => f.Rule).NotNull().WithMessage("ChooseRule");
    }
}
