using AdvPortal.Domain.Tenants;
using FluentValidation;

namespace AdvPortal.Application.Tenants;

/// <summary>Changes how the company works and how it signs its documents.</summary>
[UseCase]
public sealed class ChangeTenantSettings(UnitOfWork unitOfWork, CurrentMember current, IValidator<ChangeTenantSettings.Form> validator)
{
    public async Task<Result> ExecuteAsync(Form form, int version, CancellationToken ct = default)
    {
        if (await validator.RefuseAsync(form, ct) is { } invalid)
        {
            return invalid;
        }

        return await unitOfWork.RunAsync<Result>(
            this, Permission.ManageTenant, current.TenantId!.Value,
            async db =>
            {
                var settings = await db.TenantSettings.SingleAsync(ct);
                db.Expect(settings, version);
                settings.Describe(
                    form.LegalName.Trim(), Text(form.TeamName), Text(form.Gln), Text(form.VatId), Text(form.Siren),
                    new(Text(form.Street), Text(form.Postcode), Text(form.City), Text(form.Country)?.ToUpperInvariant()));
                settings.Number(Text(form.CompanyPrefix));
                settings.Send(form.OverDeliveryPercent, form.UnderDeliveryPercent, form.DeliveriesADay, form.DepartureAt);
                settings.Count(form.CapacityIn, form.CapacityHolds);
                settings.Confine(form.ClosedPortfolios);
                settings.Credit(form.CreditLimit);
                settings.Offer(form.TenderLimit);
                settings.Work(form.AcknowledgementHours, form.RetentionMonths, Text(form.MailFrom));

                return Result.Ok;
            },
            ct);

        static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
    }

    public sealed class Form
    {
        public string LegalName { get; set; } = "";
        public string? TeamName { get; set; }
        public string? Gln { get; set; }

        /// <summary>GS1 company prefix, 4 to 12 digits: what the SSCCs of parcels and pallets begin with.</summary>
        public string? CompanyPrefix { get; set; }

        public string? VatId { get; set; }
        public string? Siren { get; set; }
        public string? Street { get; set; }
        public string? Postcode { get; set; }
        public string? City { get; set; }
        public string? Country { get; set; }
        public string? MailFrom { get; set; }
        public int AcknowledgementHours { get; set; }
        public int? RetentionMonths { get; set; }

        /// <summary>See <see cref="Domain.Orders.DeliveryTolerance"/>.</summary>
        public decimal OverDeliveryPercent { get; set; }

        public decimal UnderDeliveryPercent { get; set; }
        public int? DeliveriesADay { get; set; }
        public TimeOnly? DepartureAt { get; set; }

        /// <summary>What is counted against <see cref="DeliveriesADay"/>.</summary>
        public Domain.Deliveries.CapacityUnit CapacityIn { get; set; }

        /// <summary>More is refused, not only said.</summary>
        public bool CapacityHolds { get; set; }

        /// <summary>Only a client's owner, and whoever stands in for them, change anything of it.</summary>
        public bool ClosedPortfolios { get; set; }

        /// <summary>Euros that the desk may credit of one complaint without approval.</summary>
        public decimal CreditLimit { get; set; } = 250;

        /// <summary>Euros that a tender may bring without approval.</summary>
        public decimal TenderLimit { get; set; } = 10_000;
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        private const decimal MostPercent = 50;

        public Validator()
        {
            RuleFor(f => f.LegalName).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("SetUp.CompanyMissing").MaximumLength(Tenant.NameMaxLength).WithMessage("SetUp.CompanyTooLong");
            RuleFor(f => f.TeamName).MaximumLength(80).WithMessage("Settings.TooLong");
            RuleFor(f => f.Gln).Matches(@"^\s*\d{13}\s*$").When(f => !string.IsNullOrWhiteSpace(f.Gln)).WithMessage("Settings.GlnWrong");
            RuleFor(f => f.CompanyPrefix).Must(prefix => Sscc.IsCompanyPrefix(prefix!.Trim())).When(f => !string.IsNullOrWhiteSpace(f.CompanyPrefix)).WithMessage("Settings.CompanyPrefixWrong");
            RuleFor(f => f.VatId).Matches(@"^\s*[A-Za-z]{2}[A-Za-z0-9 ]{2,18}\s*$").When(f => !string.IsNullOrWhiteSpace(f.VatId)).WithMessage("Settings.VatIdWrong");
            RuleFor(f => f.Siren).Matches(@"^\s*\d{3} ?\d{3} ?\d{3}\s*$").When(f => !string.IsNullOrWhiteSpace(f.Siren)).WithMessage("Settings.SirenWrong");
            RuleFor(f => f.Street).MaximumLength(200).WithMessage("Settings.TooLong");
            RuleFor(f => f.Postcode).MaximumLength(20).WithMessage("Settings.TooLong");
            RuleFor(f => f.City).MaximumLength(100).WithMessage("Settings.TooLong");
            RuleFor(f => f.Country).Matches("^ *[A-Za-z]{2} *$").When(f => !string.IsNullOrWhiteSpace(f.Country)).WithMessage("Settings.CountryWrong");
            RuleFor(f => f.MailFrom).EmailAddress().When(f => !string.IsNullOrWhiteSpace(f.MailFrom)).WithMessage("Member.EmailWrong");
            RuleFor(f => f.AcknowledgementHours).InclusiveBetween(1, 240).WithMessage("Settings.HoursWrong");
            RuleFor(f => f.RetentionMonths).InclusiveBetween(1, 240).When(f => f.RetentionMonths is not null).WithMessage("Settings.MonthsWrong");
            RuleFor(f => f.OverDeliveryPercent).InclusiveBetween(0, MostPercent).WithMessage("Settings.PercentWrong");
            RuleFor(f => f.UnderDeliveryPercent).InclusiveBetween(0, MostPercent).WithMessage("Settings.PercentWrong");
            RuleFor(f => f.CreditLimit).InclusiveBetween(0, 1_000_000).WithMessage("Settings.CreditLimitWrong");
            RuleFor(f => f.TenderLimit).InclusiveBetween(0, 100_000_000).WithMessage("Settings.TenderLimitWrong");
            RuleFor(f => f.DeliveriesADay).InclusiveBetween(1, 10_000).When(f => f.DeliveriesADay is not null).WithMessage("Settings.DeliveriesADayWrong");
        }
    }
}
