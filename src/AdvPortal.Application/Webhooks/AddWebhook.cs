using AdvPortal.Domain.Webhooks;
using AdvPortal.Exchange.Webhooks;
using FluentValidation;

namespace AdvPortal.Application.Webhooks;

/// <summary>Lets another system be told of what happens here. The secret is answered once; only what is closed with the portal's keys is kept.</summary>
[UseCase]
public sealed class AddWebhook(UnitOfWork unitOfWork, CurrentMember member, TenantClock clock, SecretBox secrets, IValidator<WebhookForm> validator)
{
    public async Task<Result<WebhookView>> ExecuteAsync(WebhookForm form, CancellationToken ct = default)
    {
        if (await validator.RefuseAsync(form, ct) is { } invalid)
        {
            return invalid;
        }

        // Beside the answer, which is kept for whoever sends the same request again.
        string? secret = null;
        var added = await unitOfWork.RunAsync<Result<WebhookView>>(
            this, Permission.ManageTenant, added => added.Value!.Id,
            async db =>
            {
                if (await db.Webhooks.CountAsync(ct) >= Webhook.MostOfACompany)
                {
                    return new TooManyWebhooks(Webhook.MostOfACompany);
                }

                secret = WebhookSignature.NewSecret();
                var webhook = new Webhook(form.Url!, form.Events, secrets.Close(secret), member.Id, clock.Now);
                webhook.Switch(form.IsActive);
                db.Webhooks.Add(webhook);

                return WebhookView.Of(webhook);
            },
            ct);

        return added.IsOk ? added.Value with { Secret = secret } : added;
    }
}
