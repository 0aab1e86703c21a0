using AdvPortal.Domain.Deliveries;

namespace AdvPortal.Application.Tenants;

/// <summary>Changes on which days goods leave, and how they get to clients: what is promised from now on goes by it; what was promised before and cannot be kept is at risk.</summary>
[UseCase]
public sealed class ChangeShippingCalendars(UnitOfWork unitOfWork, CurrentMember current)
{
    public Task<Result<ReadShippingCalendars.Kept>> ExecuteAsync(ShippingCalendarForm form, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<ReadShippingCalendars.Kept>>(this, Permission.ManageTenant, current.TenantId!.Value, async db =>
        {
            var calendars = form.ToCalendars();

            if ((form.Check() ?? calendars.Check()) is { } refusal)
            {
                return refusal;
            }

            var settings = await db.TenantSettings.SingleAsync(ct);

            if (version is { } seen && seen != settings.Version)
            {
                return new ChangedMeanwhile();
            }

            settings.Keep(calendars);

            return new ReadShippingCalendars.Kept(ShippingCalendarForm.Of(calendars), db.VersionAfterSaving(settings));
        }, ct);
}

/// <summary>On which days goods leave, and how they get to clients.</summary>
[UseCase]
public sealed class ReadShippingCalendars(UnitOfWork unitOfWork)
{
    public Task<Result<Kept>> ExecuteAsync(CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ManageTenant, async db =>
        {
            var settings = await db.TenantSettings.SingleAsync(ct);

            return new Kept(ShippingCalendarForm.Of(settings.Calendars ?? ShippingCalendars.Usual), settings.Version);
        }, ct);

    public sealed record Kept(ShippingCalendarForm Calendars, int Version);
}
