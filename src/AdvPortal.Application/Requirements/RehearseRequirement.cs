using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using FluentValidation;

namespace AdvPortal.Application.Requirements;

/// <summary>Holds a requirement that is still being written against the client's last orders, as if it had always held. Nothing is kept.</summary>
[UseCase]
public sealed class RehearseRequirement(UnitOfWork unitOfWork, IValidator<RehearsalForm> validator, TenantClock clock)
{
    /// <summary>How many orders are looked at, the newest first.</summary>
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
            if (await db.Clients.Include(c => c.Sites).SingleOrDefaultAsync(c => c.Id == form.ClientId, ct) is not { } client)
            {
                return new NoSuchClient();
            }

            var requirements = await db.Requirements.Include(r => r.Revisions).Where(r => r.ClientId == client.Id).ToListAsync(ct);
            var self = requirements.Find(r => r.Id == form.RequirementId);

            if (form.RequirementId is not null && self is null)
            {
                return new NoSuchRequirement();
            }

            var tried = Tried(form, self, moments);
            var asItIs = Rulebook.Of(requirements);
            var asItWouldBe = new Rulebook(requirements.Where(r => r != self).SelectMany(InForce.Of).Append(tried));

            return Rehearsal.Of([.. (await OrdersAsync(db, client.Id, ct)).Select(order => OrderRehearsal.Of(order, tried, Judge(order, asItIs), Judge(order, asItWouldBe)))]);

            // On the day on which it came in, so that a date that has passed since is not found to be too soon.
            Judgement Judge(Order order, Rulebook rules)
            {
                var zone = client.Sites.FirstOrDefault(s => s.Id == order.SiteId) is { } site ? TimeZoneInfo.FindSystemTimeZoneById(site.TimeZone) : clock.Zone;

                return Judgement.Of(order.ToDraft(), rules, JudgedAt.Instant(order.ReceivedAt, order.ReceivedAt, clock.Zone, zone), Moments.Review | moments);
            }
        }, ct);
    }

    private static Task<List<Order>> OrdersAsync(AdvDbContext db, ClientId client, CancellationToken ct) =>
        db.Orders.Include(o => o.Lines).Where(o => o.ClientId == client && o.Status != OrderStatus.Cancelled)
            .OrderByDescending(o => o.ReceivedAt).ThenByDescending(o => o.Id).Take(MostOrders).ToListAsync(ct);

    // The scope of one that is there already does not change.
    private static InForce Tried(RehearsalForm form, Requirement? self, Moments moments) => new(
        self?.Id ?? Ids.New<RequirementId>(), self?.Number ?? int.MaxValue, int.MaxValue,
        self is null ? form.SiteId : self.SiteId, self is null ? NullIfBlank(form.ProductFamily) : self.ProductFamily,
        form.Severity, moments, new(DateOnly.MinValue, null), form.Sentence ?? "", form.Source ?? new(SourceKind.Note, ""), form.Rule!);

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
