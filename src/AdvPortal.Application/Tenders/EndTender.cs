using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Products;
using AdvPortal.Domain.Tenders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using FluentValidation;

namespace AdvPortal.Application.Tenders;

/// <summary>Why a tender ends.</summary>
public class TenderEnding
{
    /// <summary>Of the closed list; which words of it fit, the end says.</summary>
    public TenderReason? Reason { get; set; }

    /// <summary>Needed where the list has no word for it.</summary>
    public string? Words { get; set; }

    /// <summary>Who was chosen, or who was left behind.</summary>
    public string? Competitor { get; set; }

    internal TenderEnd End() => new(Reason!.Value, Words, Competitor);

    internal static void Rules<T>(AbstractValidator<T> validator) where T : TenderEnding
    {
        validator.RuleFor(f => f.Reason).NotNull().WithMessage("Tender.ChooseReason");
        validator.RuleFor(f => f.Words).NotEmpty().When(f => f.Reason is TenderReason.Other).WithMessage("SayWhy").MaximumLength(TenderEnd.WordsMaxLength).WithMessage("NoteTooLong");
        validator.RuleFor(f => f.Competitor).MaximumLength(TenderEnd.CompetitorMaxLength).WithMessage("NameTooLong");
    }

    public sealed class Validator : AbstractValidator<TenderEnding>
    {
        public Validator() => Rules(this);
    }
}

/// <summary>The client takes our offer, or some lines of it: they become prices of its contract, in the place of what was agreed before.</summary>
[UseCase]
public sealed class WinTender(ActOnTender act, TenantClock clock, IValidator<WinTender.Form> validator)
{
    public Task<Result<TenderView>> ExecuteAsync(TenderId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, Permission.HandleTenders, id, version,
            async (db, tender, _) => await validator.RefuseAsync(form, ct) is { } invalid ? invalid : await WinAsync(db, tender, form, ct),
            ct);

    private async Task<Result> WinAsync(AdvDbContext db, Tender tender, Form form, CancellationToken ct)
    {
        // Of one that cannot be won nothing else is worth saying.
        if (tender.WhyNot(TenderAct.Win) is { } refusal)
        {
            return refusal;
        }

        var codes = form.Lines.Select(line => line.ProductCode?.Trim()).OfType<string>().Where(code => code.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var products = tender.Lines.Select(line => line.ProductId).OfType<ProductId>().Distinct().ToList();
        var visit = new Visit(db);
        var clients = visit.Ask(db.Clients.IgnoreQueryFilters(new[] { Filters.Archived }).AsTracking().Where(c => c.Id == tender.ClientId));
        var sold = visit.Ask(db.Products.IgnoreQueryFilters(new[] { Filters.Archived }).AsNoTracking().Where(p => products.Contains(p.Id) || (codes.Contains(p.Code) && !p.IsArchived)));
        var agreed = visit.Ask(db.ContractPrices.AsTracking().Where(p => p.ClientId == tender.ClientId && (products.Contains(p.ProductId) || db.Products.Any(each => each.Id == p.ProductId && codes.Contains(each.Code)))));
        await visit.GoAsync(ct);
        var awarded = Awards(tender, form, sold.Rows);

        if (!awarded.IsOk)
        {
            return awarded.Refusal;
        }

        var first = form.ValidFrom ?? clock.Today;
        var won = tender.Win(awarded.Value, form.End(), first, clock.Now, clock.Zone);

        if (!won.IsOk)
        {
            return won;
        }

        foreach (var prices in tender.AwardedPrices(awarded.Value, first).GroupBy(price => price.ProductId))
        {
            var replaced = ContractPrice.Replace([.. agreed.Rows.Where(price => price.ProductId == prices.Key)], [.. prices]);
            db.ContractPrices.RemoveRange(replaced.Void);
            db.ContractPrices.AddRange(replaced.Begin);
            db.Touch(clients.Rows[0]);
        }

        return won;
    }

    private static Result<IReadOnlyList<Award>> Awards(Tender tender, Form form, IReadOnlyList<Product> sold)
    {
        List<Award> awards = [];

        foreach (var taken in form.Lines)
        {
            var code = taken.ProductCode?.Trim() is { Length: > 0 } said ? said : null;
            var named = sold.FirstOrDefault(p => p.Code == code && !p.IsArchived);

            if (code is not null && named is null)
            {
                return new UnknownProductCode(code);
            }

            var award = new Award(taken.Id!.Value, named?.Id, code);

            if (tender.Lines.FirstOrDefault(line => line.Id == award.LineId) is { } line && (sold.FirstOrDefault(p => p.Id == line.ProductId) ?? named) is { } product)
            {
                if (UnitConversion.Between(line.Unit, product) is not var (of, _))
                {
                    return new AwardInAnotherUnit(line.LineNo, line.Unit, product.Unit);
                }

                award = award with { Units = of };
            }

            awards.Add(award);
        }

        return awards;
    }

    public sealed class Form : TenderEnding
    {
        /// <summary>What the client takes; the other lines are lost.</summary>
        public List<Line> Lines { get; set; } = [];

        /// <summary>The first day of the prices that come of it; today where nothing is said.</summary>
        public DateOnly? ValidFrom { get; set; }
    }

    public sealed class Line
    {
        /// <summary>The tender line's.</summary>
        public Guid? Id { get; set; }

        /// <summary>Which product of ours it is, where the line named none; left out, no price comes of it.</summary>
        public string? ProductCode { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            TenderEnding.Rules(this);
            RuleFor(f => f.Lines).NotEmpty().WithMessage("ChooseLine");
            RuleForEach(f => f.Lines).NotNull().WithMessage("NotOfThisShape").ChildRules(line => line.RuleFor(l => l.Id).NotNull().WithMessage("ChooseLine"));
        }
    }
}

/// <summary>Another one has it.</summary>
[UseCase]
public sealed class LoseTender(ActOnTender act, TenantClock clock, IValidator<TenderEnding> validator)
{
    public Task<Result<TenderView>> ExecuteAsync(TenderId id, TenderEnding why, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, Permission.HandleTenders, id, version, async (_, tender, _) => await validator.RefuseAsync(why, ct) is { } invalid ? invalid : tender.Lose(why.End(), clock.Now), ct);
}

/// <summary>We do not offer, or not any more.</summary>
[UseCase]
public sealed class DeclineTender(ActOnTender act, TenantClock clock, IValidator<TenderEnding> validator)
{
    public Task<Result<TenderView>> ExecuteAsync(TenderId id, TenderEnding why, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, Permission.HandleTenders, id, version, async (_, tender, _) => await validator.RefuseAsync(why, ct) is { } invalid ? invalid : tender.Decline(why.End(), clock.Now), ct);
}

/// <summary>The client asks no more.</summary>
[UseCase]
public sealed class CancelTender(ActOnTender act, TenantClock clock, IValidator<TenderEnding> validator)
{
    public Task<Result<TenderView>> ExecuteAsync(TenderId id, TenderEnding why, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, Permission.HandleTenders, id, version, async (_, tender, _) => await validator.RefuseAsync(why, ct) is { } invalid ? invalid : tender.Cancel(why.End(), clock.Now), ct);
}

/// <summary>A tender that was lost, declined or cancelled is taken up again.</summary>
[UseCase]
public sealed class ReopenTender(ActOnTender act)
{
    public Task<Result<TenderView>> ExecuteAsync(TenderId id, int? version, CancellationToken ct = default) => act.RunAsync(this, id, version, tender => tender.Reopen(), ct);
}

/// <summary>A requirement came of a tender that was won.</summary>
[UseCase]
public sealed class LinkTenderRequirement(ActOnTender act)
{
    public Task<Result<TenderView>> ExecuteAsync(TenderId id, RequirementId requirement, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, Permission.HandleTenders, id, version,
            async (db, tender, _) => await db.Requirements.Where(r => r.Id == requirement).Select(r => new { r.ClientId }).SingleOrDefaultAsync(ct) is { } found
                ? tender.Link(requirement, found.ClientId)
                : new Domain.Requirements.NoSuchRequirement(),
            ct);
}
