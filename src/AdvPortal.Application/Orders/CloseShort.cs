using AdvPortal.Domain.Orders;
using FluentValidation;

namespace AdvPortal.Application.Orders;

/// <summary>« Solder »: nothing more of some lines, or of the whole order, leaves.</summary>
[UseCase]
public sealed class CloseShort(ActOnOrder act, IValidator<CloseShort.Form> validator)
{
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, async (_, order, _) => await validator.RefuseAsync(form, ct) is { } invalid ? invalid : order.CloseShort(form.Lines, form.Reason ?? ""), ct);

    public sealed class Form
    {
        /// <summary>Line numbers; none for all that is outstanding.</summary>
        public List<string> Lines { get; set; } = [];

        public string? Reason { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleFor(f => f.Reason).NotEmpty().WithMessage("SayWhy").MaximumLength(Order.CancelReasonMaxLength).WithMessage("NoteTooLong");
    }
}

/// <summary>The goods of an order are being gathered.</summary>
[UseCase]
public sealed class StartPreparation(ActOnOrder act)
{
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, (order, _) => order.StartPreparation(), ct);
}

/// <summary>An order of which everything has left is over.</summary>
[UseCase]
public sealed class CloseOrder(ActOnOrder act)
{
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, (order, _) => order.Close(), ct);
}
