using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Inquiries;
using FluentValidation;

namespace AdvPortal.Application.Inquiries;

/// <summary>When the company answers and how fast, as the form that changes it; until it has said so, what is usual.</summary>
[UseCase]
public sealed class ReadServiceDelays(UnitOfWork unitOfWork)
{
    public Task<Result<Delays>> ExecuteAsync(CancellationToken ct = default) =>
        unitOfWork.ReadAsync(
            this, Permission.ManageTenant,
            async db =>
            {
                var settings = await db.TenantSettings.AsNoTracking().SingleAsync(ct);
                var terms = settings.Service ?? ServiceTerms.Usual;
                var clients = terms.Rules.Select(rule => rule.ClientId).OfType<ClientId>().Distinct().ToList();
                var names = clients.Count == 0 ? [] : await db.Clients.AsNoTracking().Where(c => clients.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, ct);

                return new Delays(
                    new()
                    {
                        Opens = terms.Opens,
                        Closes = terms.Closes,
                        Holidays = terms.Holidays,
                        Rules = [.. terms.Rules.Select(rule => new KeepServiceDelays.Rule { Hours = rule.Hours, Kind = rule.Kind, Priority = rule.Priority, ClientId = rule.ClientId })],
                    },
                    names, settings.Version);
            },
            ct);

    /// <param name="Names">Of the clients that have a delay of their own.</param>
    public sealed record Delays(KeepServiceDelays.Form Form, IReadOnlyDictionary<ClientId, string> Names, int Version);
}

/// <summary>Says when the company answers and how fast. What waits keeps the limit it was given; what comes from now on gets the new one.</summary>
[UseCase]
public sealed class KeepServiceDelays(UnitOfWork unitOfWork, CurrentMember current, IValidator<KeepServiceDelays.Form> validator)
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
                var clients = form.Rules.Select(rule => rule.ClientId).OfType<ClientId>().Distinct().ToList();

                if (clients.Count > 0 && await db.Clients.CountAsync(c => clients.Contains(c.Id), ct) < clients.Count)
                {
                    return new NoSuchClient();
                }

                var settings = await db.TenantSettings.SingleAsync(ct);
                db.Expect(settings, version);
                settings.Answer(new(form.Opens!.Value, form.Closes!.Value, [.. form.Rules.Select(rule => new ServiceRule(rule.Hours!.Value, rule.Kind, rule.Priority, rule.ClientId))], form.Holidays));

                return Result.Ok;
            },
            ct);
    }

    public sealed class Form
    {
        /// <summary>On the clocks of the company.</summary>
        public TimeOnly? Opens { get; set; }

        public TimeOnly? Closes { get; set; }
        public HolidayZone Holidays { get; set; }
        public List<Rule> Rules { get; set; } = [];
    }

    /// <summary>See <see cref="ServiceRule"/>.</summary>
    public sealed class Rule
    {
        /// <summary>Working hours.</summary>
        public decimal? Hours { get; set; }

        public InquiryKind? Kind { get; set; }
        public InquiryPriority? Priority { get; set; }
        public ClientId? ClientId { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        private const decimal QuarterOfAnHour = 0.25m;

        public Validator()
        {
            RuleFor(f => f.Opens).NotNull().WithMessage("Service.HoursMissing");
            RuleFor(f => f.Closes).Cascade(CascadeMode.Stop).NotNull().WithMessage("Service.HoursMissing").GreaterThan(f => f.Opens).WithMessage("Service.ClosesBefore");
            RuleFor(f => f.Holidays).IsInEnum().WithMessage("Service.HolidaysWrong");
            RuleFor(f => f.Rules)
                .Must(rules => rules.Count <= ServiceTerms.MostRules).WithMessage("Service.TooMany")
                .Must(rules => rules.DistinctBy(rule => (rule.Kind, rule.Priority, rule.ClientId)).Count() == rules.Count).WithMessage("Service.Twice");
            RuleForEach(f => f.Rules).ChildRules(rule =>
            {
                rule.RuleFor(r => r.Hours).NotNull().InclusiveBetween(QuarterOfAnHour, ServiceTerms.MostHours).WithMessage("Service.DelayWrong");
                rule.RuleFor(r => r.Kind).IsInEnum().WithMessage("Inquiry.KindMissing");
                rule.RuleFor(r => r.Priority).IsInEnum().WithMessage("Inquiry.PriorityMissing");
            });
        }
    }
}
