using AdvPortal.Domain.Intake;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Model;
using FluentValidation;

namespace AdvPortal.Application.Intake;

/// <summary>A person takes what a language model proposed for a document: it fills in what is still empty, and is looked up in the document once more. Orders are made of it as of anything else that was read.</summary>
[UseCase]
public sealed class TakeProposedFields(UnitOfWork unitOfWork, IValidator<TakeProposedFields.Form> validator, ReadOriginal readOriginal, LanguageModel model)
{
    public async Task<Result<OrderDocumentView>> ExecuteAsync(OrderDocumentId id, Form form, int? version, CancellationToken ct = default)
    {
        if (await validator.RefuseAsync(form, ct) is { } invalid)
        {
            return invalid;
        }

        // Outside the transaction: a page of drawings takes its time.
        var original = await readOriginal.ExecuteAsync(id, ct);

        if (!original.IsOk)
        {
            return original.Refusal;
        }

        var words = OriginalWords.Of(original.Value, model.Characters);

        return await unitOfWork.RunAsync<Result<OrderDocumentView>>(this, Permission.HandleOrders, id, async db =>
        {
            var found = await DocumentCompletion.FindAsync(db, id, version, ct);

            if (!found.IsOk)
            {
                return found.Refusal;
            }

            var (document, reading) = (found.Value, OrderDocumentView.Read(found.Value)!);
            var taken = OrderProposals.Of(words, original.Value, reading, form.Cited!);

            if (taken.Count == 0)
            {
                return new NothingToTake();
            }

            var filled = OrderCompletion.Fill(reading, taken);
            var completed = document.Complete(filled.Verdict.ApiName(), OrderDocumentView.Write(filled));

            return completed.IsOk ? OrderDocumentView.Of(document, filled) with { Version = db.VersionAfterSaving(document) } : completed.Refusal;
        }, ct);
    }

    public sealed class Form
    {
        /// <summary>The words that the taken proposals cite.</summary>
        public CitedOrder? Cited { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        private const int MostLines = 500;

        public Validator() => RuleFor(f => f.Cited).Must(cited => cited is not null && cited.Lines is null or { Count: <= MostLines } && cited.Lines?.Contains(null!) is not true).WithMessage("NothingToTake");
    }
}
