using AdvPortal.Domain.Inquiries;
using AdvPortal.Exchange.Inquiries;
using AdvPortal.Persistence;
using FluentValidation;

namespace AdvPortal.Application.Inquiries;

/// <summary>Words that are used again and again; until a company has its own, those that the portal brings along.</summary>
[UseCase]
public sealed class ReadReplyTemplates(UnitOfWork unitOfWork)
{
    public Task<Result<Page<Row>>> ExecuteAsync(CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Page<Row>>(this, Permission.ReadOrders, async db =>
            new Page<Row>((await AllAsync(db, ct)).ConvertAll(t => Row.Of(t, t.Version)), null), ct);

    internal static async Task<List<ReplyTemplate>> AllAsync(AdvDbContext db, CancellationToken ct) =>
        await db.ReplyTemplates.AsNoTracking().OrderBy(t => t.Language == "fr" ? 0 : 1).ThenBy(t => t.Name).ThenBy(t => t.Id).ToListAsync(ct) is { Count: > 0 } own ? own : [.. SeededTemplates.All()];

    public sealed record Row(ReplyTemplateId Id, string Name, string Language, InquiryKind? Kind, string Body, int Version)
    {
        internal static Row Of(ReplyTemplate template, int version) => new(template.Id, template.Name, template.Language, template.Kind, template.Body, version);
    }
}

/// <summary>Writes a template, or changes one.</summary>
[UseCase]
public sealed class KeepReplyTemplate(UnitOfWork unitOfWork, IValidator<KeepReplyTemplate.Form> validator)
{
    public Task<Result<ReadReplyTemplates.Row>> ExecuteAsync(ReplyTemplateId? id, Form form, int? version, CancellationToken ct = default)
    {
        var subject = id ?? Ids.New<ReplyTemplateId>();

        return unitOfWork.RunAsync<Result<ReadReplyTemplates.Row>>(this, Permission.HandleInquiries, subject, async db =>
        {
            if (await validator.RefuseAsync(form, ct) is { } invalid)
            {
                return invalid;
            }

            await SeededTemplates.KeepAsync(db, ct);
            var template = id is null ? null : db.ReplyTemplates.Local.FirstOrDefault(t => t.Id == id) ?? await db.ReplyTemplates.SingleOrDefaultAsync(t => t.Id == id, ct);

            if (id is not null && template is null)
            {
                return new NoSuchReplyTemplate();
            }

            if (template is not null && version is { } seen && seen != template.Version)
            {
                return new ChangedMeanwhile();
            }

            if (template is null)
            {
                db.ReplyTemplates.Add(template = new(subject, form.Name!, form.Language!, form.Kind, form.Body!));
            }
            else
            {
                template.Change(form.Name!, form.Language!, form.Kind, form.Body!);
            }

            return ReadReplyTemplates.Row.Of(template, db.VersionAfterSaving(template));
        }, ct);
    }

    public sealed class Form
    {
        public string? Name { get; set; }

        /// <summary>« fr » or « en ».</summary>
        public string? Language { get; set; } = "fr";

        public InquiryKind? Kind { get; set; }

        /// <summary>See <see cref="ReplyText"/>.</summary>
        public string? Body { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Name).NotEmpty().WithMessage("Template.NameMissing").MaximumLength(ReplyTemplate.NameMaxLength).WithMessage("TextTooLong");
            RuleFor(f => f.Language).Must(language => language is "fr" or "en").WithMessage("Template.LanguageWrong");
            RuleFor(f => f.Body).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("EnterText").MaximumLength(ReplyTemplate.BodyMaxLength).WithMessage("TextTooLong")
                .Must(body => ReplyText.Check(body!) is null).WithMessage("Template.BodyWrong");
        }
    }
}

/// <summary>Takes a template away, and answers it as it was.</summary>
[UseCase]
public sealed class DropReplyTemplate(UnitOfWork unitOfWork)
{
    /// <param name="version">As it was seen; null for whatever it is now.</param>
    public Task<Result<ReadReplyTemplates.Row>> ExecuteAsync(ReplyTemplateId id, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<ReadReplyTemplates.Row>>(this, Permission.HandleInquiries, id, async db =>
        {
            await SeededTemplates.KeepAsync(db, ct);

            if ((db.ReplyTemplates.Local.FirstOrDefault(t => t.Id == id) ?? await db.ReplyTemplates.SingleOrDefaultAsync(t => t.Id == id, ct)) is not { } template)
            {
                return new NoSuchReplyTemplate();
            }

            if (version is { } seen && seen != template.Version)
            {
                return new ChangedMeanwhile();
            }

            db.ReplyTemplates.Remove(template);

            return ReadReplyTemplates.Row.Of(template, template.Version);
        }, ct);
}

/// <summary>The templates that the portal brings along: always the same ids, and a company's own from its first change on.</summary>
internal static class SeededTemplates
{
    private static readonly (string Name, string Language, InquiryKind? Kind, string Body)[] _texts =
    [
        ("Où en est la commande", "fr", InquiryKind.OrderStatus, "Bonjour {{ contact.name }},\n\n{{ order.state }}\n\nJe reste à votre disposition.\n\nCordialement,\n{{ member.name }}\n{{ company.name }}"),
        ("Suivi de l’expédition", "fr", InquiryKind.Delivery, "Bonjour {{ contact.name }},\n\nVotre commande {{ order.reference }} est partie sous le bon de livraison {{ delivery.number }}, numéro de suivi {{ delivery.tracking }}.\n\nCordialement,\n{{ member.name }}\n{{ company.name }}"),
        ("Bien reçu, réponse à venir", "fr", null, "Bonjour {{ contact.name }},\n\nVotre message est bien arrivé. Je me renseigne et reviens vers vous dans la journée.\n\nCordialement,\n{{ member.name }}\n{{ company.name }}"),
        ("Where the order stands", "en", InquiryKind.OrderStatus, "Dear {{ contact.name }},\n\n{{ order.state }}\n\nPlease let me know if you need anything else.\n\nKind regards,\n{{ member.name }}\n{{ company.name }}"),
        ("Tracking", "en", InquiryKind.Delivery, "Dear {{ contact.name }},\n\nYour order {{ order.reference }} left with delivery note {{ delivery.number }}, tracking number {{ delivery.tracking }}.\n\nKind regards,\n{{ member.name }}\n{{ company.name }}"),
    ];

    public static IEnumerable<ReplyTemplate> All() => _texts.Select((text, place) => new ReplyTemplate(new(new Guid(place + 1, 0x1234, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 1])), text.Name, text.Language, text.Kind, text.Body));

    /// <summary>They are the company's from now on.</summary>
    public static async Task KeepAsync(AdvDbContext db, CancellationToken ct)
    {
        if (!await db.ReplyTemplates.AnyAsync(ct))
        {
            db.ReplyTemplates.AddRange(All());
        }
    }
}
