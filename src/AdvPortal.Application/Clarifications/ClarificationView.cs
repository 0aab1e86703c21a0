using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using FluentValidation;

namespace AdvPortal.Application.Clarifications;

/// <summary>A question that was asked, and its answer.</summary>
/// <param name="AskedBy">Null when a program asked.</param>
public sealed record ClarificationView(
    ClarificationId Id, WaitingFor Of, string To, string Subject, string Text, string? AskedBy, DateTimeOffset AskedAt, DateTimeOffset? AnsweredAt, string? AnsweredBy, string? Answer, OrderDocumentId? AnswerDocumentId, bool IsOpen)
{
    /// <summary>Those about an order, or about a document, the last one first.</summary>
    internal static IQueryable<ClarificationView> About(AdvDbContext db, OrderId? order, OrderDocumentId? document) =>
        from asked in db.Clarifications
        where (order != null && asked.OrderId == order) || (document != null && asked.OrderDocumentId == document)
        orderby asked.AskedAt descending
        select new ClarificationView(
            asked.Id, asked.Of, asked.To, asked.Subject, asked.Text, db.Members.Where(m => m.Id == asked.AskedBy).Select(m => m.Name).FirstOrDefault(),
            asked.AskedAt, asked.AnsweredAt, asked.AnsweredBy, asked.Answer, asked.AnswerDocumentId, asked.AnsweredAt == null && asked.WithdrawnAt == null);
}

/// <summary>A question as it is proposed to whoever asks it.</summary>
/// <param name="Recipients">Whom it may go to, the likeliest first.</param>
/// <param name="Language">In which it is written: ISO 639-1.</param>
public sealed record ClarificationDraft(WaitingFor Of, IReadOnlyList<ClarificationDraft.Recipient> Recipients, string Language, string Subject, string Text)
{
    public sealed record Recipient(string Name, string Address, string Language);
}

/// <summary>A question as a person leaves it.</summary>
public sealed class ClarificationForm
{
    public WaitingFor Of { get; set; }

    /// <summary>An address of a contact of the client, or of a colleague.</summary>
    public string? To { get; set; }

    public string? Subject { get; set; }
    public string? Text { get; set; }
}

/// <summary>An answer that came another way: by telephone, on paper.</summary>
public sealed class AnswerForm
{
    public string? Answer { get; set; }

    /// <summary>Who says so.</summary>
    public string? From { get; set; }
}

/// <summary>What every question needs, whoever it goes to.</summary>
public sealed class ClarificationValidator : AbstractValidator<ClarificationForm>
{
    public ClarificationValidator()
    {
        RuleFor(f => f.To).NotEmpty().WithMessage("ChooseRecipient");
        RuleFor(f => f.Subject).NotEmpty().WithMessage("EnterSubject").MaximumLength(Clarification.SubjectMaxLength).WithMessage("SubjectTooLong");
        RuleFor(f => f.Text).NotEmpty().WithMessage("EnterQuestion").MaximumLength(Clarification.TextMaxLength).WithMessage("TextTooLong");
    }
}

/// <summary>What every answer needs.</summary>
public sealed class AnswerValidator : AbstractValidator<AnswerForm>
{
    public AnswerValidator()
    {
        RuleFor(f => f.Answer).NotEmpty().WithMessage("EnterAnswer").MaximumLength(Clarification.AnswerMaxLength).WithMessage("TextTooLong");
        RuleFor(f => f.From).NotEmpty().WithMessage("EnterWhoAnswers").MaximumLength(Clarification.NameMaxLength).WithMessage("NameTooLong");
    }
}
