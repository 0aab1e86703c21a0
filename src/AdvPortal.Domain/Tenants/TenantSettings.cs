namespace AdvPortal.Domain.Tenants;

/// <summary>How one company works and how it signs its documents. One row for each company.</summary>
public sealed class TenantSettings : TenantOwned
{
    // In which the company's limits are written (ISO 4217).
    private const string LimitCurrency = "EUR";

    private TenantSettings() { }

    public TenantSettings(string name) => LegalName = name;

    public Guid Id { get; private set; } = Ids.Next();
    public string LegalName { get; private set; } = null!;

    /// <summary>How the company calls its sales-administration team.</summary>
    public string? TeamName { get; private set; }

    /// <summary>Global Location Number (GS1, 13 digits) of the supplier on outgoing documents.</summary>
    public string? Gln { get; private set; }

    /// <summary>GS1 company prefix, 4 to 12 digits: what the numbers of our parcels and pallets begin with (<see cref="Sscc"/>); null until it is known.</summary>
    public string? CompanyPrefix { get; private set; }

    public string? VatId { get; private set; }
    public string? Siren { get; private set; }
    public PostalAddress Address { get; private set; } = PostalAddress.Empty;

    /// <summary>Sender of what the portal mails; null means the server's own sender.</summary>
    public string? MailFrom { get; private set; }

    /// <summary>Working hours within which an order is acknowledged.</summary>
    public int AcknowledgementHours { get; private set; } = 24;

    /// <summary>Months after which personal data of contacts no longer used is erased; null keeps it.</summary>
    public int? RetentionMonths { get; private set; }

    /// <summary>How much more than ordered may leave, in percent of it.</summary>
    public decimal OverDeliveryPercent { get; private set; }

    /// <summary>How much less than ordered settles a line, in percent of it.</summary>
    public decimal UnderDeliveryPercent { get; private set; }

    /// <summary>How many deliveries can leave on one day; null where nobody counts them.</summary>
    public int? DeliveriesADay { get; private set; }

    /// <summary>When the carrier comes, in the company's time zone: what is not ready then leaves the next day. Null where it comes at no fixed hour.</summary>
    public TimeOnly? DepartureAt { get; private set; }

    /// <summary>What is counted against <see cref="DeliveriesADay"/>.</summary>
    public Deliveries.CapacityUnit CapacityIn { get; private set; }

    /// <summary>More is refused where it is; else whoever plans it is warned.</summary>
    public bool CapacityHolds { get; private set; }

    /// <summary>
    /// Only a client's owner, and whoever stands in for them at that moment, change anything of it (see <see cref="Members.Roles.ConfinedIn"/>);
    /// everybody of the desk reads everything, whoever picks up the telephone.
    /// </summary>
    public bool ClosedPortfolios { get; private set; }

    /// <summary>Our own days and the carriers'; null for <see cref="Deliveries.ShippingCalendars.Usual"/>.</summary>
    public Deliveries.ShippingCalendars? Calendars { get; private set; }

    public void Keep(Deliveries.ShippingCalendars? calendars) => Calendars = calendars == Deliveries.ShippingCalendars.Usual ? null : calendars;

    public void Count(Deliveries.CapacityUnit unit, bool holds) => (CapacityIn, CapacityHolds) = (unit, holds);

    /// <summary>When the company answers its clients, and how fast; null for <see cref="Inquiries.ServiceTerms.Usual"/>.</summary>
    public Inquiries.ServiceTerms? Service { get; private set; }

    /// <summary>What the desk may credit of one complaint by itself, in the company's currency; above it somebody who approves credits agrees.</summary>
    public decimal CreditLimit { get; private set; } = 250;

    /// <summary>What a tender may bring without approval, in the company's currency; above it somebody who approves tenders agrees.</summary>
    public decimal TenderLimit { get; private set; } = 10_000;

    /// <param name="currency">ISO 4217. What a limit is worth in any but the company's nobody has said: it is 0 there.</param>
    public decimal CreditLimitIn(string? currency) => currency == LimitCurrency ? CreditLimit : 0;

    /// <inheritdoc cref="CreditLimitIn"/>
    public decimal TenderLimitIn(string currency) => currency == LimitCurrency ? TenderLimit : 0;

    public void Describe(string legalName, string? teamName, string? gln, string? vatId, string? siren, PostalAddress address) =>
        (LegalName, TeamName, Gln, VatId, Siren, Address) = (legalName, teamName, gln, vatId, siren, address);

    public void Number(string? companyPrefix) => CompanyPrefix = companyPrefix;

    public void Work(int acknowledgementHours, int? retentionMonths, string? mailFrom) =>
        (AcknowledgementHours, RetentionMonths, MailFrom) = (acknowledgementHours, retentionMonths, mailFrom);

    public void Send(decimal overPercent, decimal underPercent, int? deliveriesADay, TimeOnly? departureAt) =>
        (OverDeliveryPercent, UnderDeliveryPercent, DeliveriesADay, DepartureAt) = (overPercent, underPercent, deliveriesADay, departureAt);

    public void Answer(Inquiries.ServiceTerms? service) => Service = service;

    public void Confine(bool closed) => ClosedPortfolios = closed;

    public void Credit(decimal limit) => CreditLimit = limit;

    public void Offer(decimal limit) => TenderLimit = limit;
}
