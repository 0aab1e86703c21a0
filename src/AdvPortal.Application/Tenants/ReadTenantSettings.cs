namespace AdvPortal.Application.Tenants;

/// <summary>How the company works and how it signs its documents, as the form that changes it.</summary>
[UseCase]
public sealed class ReadTenantSettings(UnitOfWork unitOfWork)
{
    public Task<Result<Settings>> ExecuteAsync(CancellationToken ct = default) =>
        unitOfWork.ReadAsync(
            this, Permission.ManageTenant,
            async db =>
            {
                var it = await db.TenantSettings.SingleAsync(ct);

                return new Settings(
                    new()
                    {
                        LegalName = it.LegalName,
                        TeamName = it.TeamName,
                        Gln = it.Gln,
                        CompanyPrefix = it.CompanyPrefix,
                        VatId = it.VatId,
                        Siren = it.Siren,
                        Street = it.Address.Street,
                        Postcode = it.Address.Postcode,
                        City = it.Address.City,
                        Country = it.Address.Country,
                        MailFrom = it.MailFrom,
                        AcknowledgementHours = it.AcknowledgementHours,
                        RetentionMonths = it.RetentionMonths,
                        OverDeliveryPercent = it.OverDeliveryPercent,
                        UnderDeliveryPercent = it.UnderDeliveryPercent,
                        DeliveriesADay = it.DeliveriesADay,
                        DepartureAt = it.DepartureAt,
                        CapacityIn = it.CapacityIn,
                        CapacityHolds = it.CapacityHolds,
                        ClosedPortfolios = it.ClosedPortfolios,
                        CreditLimit = it.CreditLimit,
                        TenderLimit = it.TenderLimit,
                    },
                    it.Version);
            },
            ct);

    public sealed record Settings(ChangeTenantSettings.Form Form, int Version);
}
