using AdvPortal.Domain.Intake;
using AdvPortal.Exchange.Mail;
using FluentValidation;

namespace AdvPortal.Application.Intake;

/// <summary>Tries the settings of a mailbox as they stand in the form, and says exactly what is wrong. Nothing is kept, read or marked.</summary>
[UseCase]
public sealed class TestMailbox(UnitOfWork unitOfWork, SecretBox secrets, IValidator<ChangeMailbox.Form> validator)
{
    public async Task<Result<Found>> ExecuteAsync(ChangeMailbox.Form form, CancellationToken ct = default)
    {
        if (await validator.RefuseAsync(form, ct) is { } invalid)
        {
            return invalid;
        }

        var asked = await unitOfWork.ReadAsync<ImapOptions>(this, Permission.ManageTenant, async db =>
        {
            var (host, user) = (form.Host.Trim(), form.User.Trim());
            var handled = string.IsNullOrWhiteSpace(form.HandledFolder) ? null : form.HandledFolder.Trim();

            if (!string.IsNullOrEmpty(form.Password))
            {
                return MailboxAccess.Options(host, form.Port, form.Security, user, form.Password, form.Folder.Trim(), handled);
            }

            var kept = await db.OrderMailboxes.SingleOrDefaultAsync(ct);

            return kept?.IsSameAccount(host, form.Port, form.Security, user) is not true ? new MailboxPasswordNeeded()
                : secrets.Open(kept.Password) is { } password ? MailboxAccess.Options(host, form.Port, form.Security, user, password, form.Folder.Trim(), handled)
                : new MailboxPasswordLost();
        }, ct);

        if (!asked.IsOk)
        {
            return asked.Refusal;
        }

        try
        {
            await using var mailbox = await ImapMailbox.OpenAsync(asked.Value, ct);

            return new Found(mailbox.Count);
        }
        catch (ImapException trouble)
        {
            return MailboxAccess.Refusal(trouble.Trouble, trouble.Message, asked.Value.Host, asked.Value.Port, asked.Value.User);
        }
    }

    /// <param name="Messages">How many lie in the folder.</param>
    public sealed record Found(int Messages);
}
