using AdvPortal.Domain.Webhooks;
using AdvPortal.Exchange.Webhooks;
using FluentValidation;

namespace AdvPortal.Application.Webhooks;

/// <summary>What a person, or a program, says of a webhook.</summary>
public sealed class WebhookForm
{
    public string? Url { get; set; }
    public List<string> Events { get; set; } = [];
    public bool IsActive { get; set; } = true;

    internal sealed class Validator : AbstractValidator<WebhookForm>
    {
        public Validator(WebhookOptions options)
        {
            RuleFor(f => f.Url).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Webhook.UrlMissing").MaximumLength(Webhook.UrlMaxLength).WithMessage("Settings.TooLong")
                .Must(url => Uri.TryCreate(url!.Trim(), UriKind.Absolute, out var address) && options.Takes(address)).WithMessage("Webhook.UrlWrong");
            RuleFor(f => f.Events).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Webhook.EventsMissing").Must(events => events.TrueForAll(WebhookEvents.Types.Contains)).WithMessage("Webhook.EventUnknown");
        }
    }
}
