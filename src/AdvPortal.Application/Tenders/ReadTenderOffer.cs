using AdvPortal.Domain.Tenders;

namespace AdvPortal.Application.Tenders;

/// <summary>An offer on paper: a version as it was submitted, or what stands now as a draft, in the client's language.</summary>
[UseCase]
public sealed class ReadTenderOffer(UnitOfWork unitOfWork, TenantClock clock)
{
    /// <param name="number">Of the version, from 1; null for the offer as it stands.</param>
    public Task<Result<Printed>> ExecuteAsync(TenderId id, int? number, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Printed>(this, Permission.ReadOrders, async db =>
        {
            if (await TenderReading.FindAsync(db, id, ct) is not var (tender, settings))
            {
                return new NoSuchTender();
            }

            var version = tender.Versions.FirstOrDefault(each => each.Number == number);

            if (number is not null && version is null)
            {
                return new NoSuchTenderVersion();
            }

            var terms = version?.Terms;

            if (terms is null)
            {
                // Of what was submitted before terms were frozen, those of today are the nearest there are.
                var basis = await OfferBasis.ReadAsync(db, clock, tender, settings, ct);
                terms = basis.Terms(basis.Client.Language, version is null ? clock.Today : clock.DayOf(version.SubmittedAt));
            }

            var (name, bytes) = OfferBasis.Print(tender, terms, version);

            return new Printed(name, bytes);
        }, ct);

    public sealed record Printed(string Name, byte[] Bytes);
}
