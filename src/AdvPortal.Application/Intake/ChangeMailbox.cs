using AdvPortal.Domain.Intake;
using FluentValidation;

namespace AdvPortal.Application.Intake;

/// <summary>Says which mailbox is watched, and how it is reached. Without a new password the old one stays, for the same account only.</summary>
[UseCase]
public sealed class ChangeMailbox(UnitOfWork unitOfWork, CurrentMember current, TenantClock clock, SecretBox secrets, IValidator<ChangeMailbox.Form> validator)
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
                var mailbox = await db.OrderMailboxes.SingleOrDefaultAsync(ct);
                var isSameAccount = mailbox?.IsSameAccount(form.Host.Trim(), form.Port, form.Security, form.User.Trim()) is true;

                if (string.IsNullOrEmpty(form.Password) && !isSameAccount)
                {
                    return new MailboxPasswordNeeded();
                }

                if (mailbox is null)
                {
                    mailbox = new(clock.Now);
                    db.AddRange(mailbox, new MailboxWatch(mailbox.Id));
                }
                else
                {
                    db.Expect(mailbox, version);
                    (await db.MailboxWatches.SingleAsync(ct)).StartOver(clock.Now, isSameAccount && mailbox.Folder == form.Folder.Trim());
                }

                mailbox.Describe(form.Host.Trim(), form.Port, form.Security, form.User.Trim(), form.Folder.Trim(), string.IsNullOrWhiteSpace(form.HandledFolder) ? null : form.HandledFolder.Trim());
                mailbox.Watch(form.IsWatched);

                if (!string.IsNullOrEmpty(form.Password))
                {
                    mailbox.Open(secrets.Close(form.Password));
                }

                return Result.Ok;
            },
            ct);
    }

    public sealed class Form
    {
        public string Host { get; set; } = "";
        public int Port { get; set; } = 993;
        public MailboxSecurity Security { get; set; }
        public string User { get; set; } = "";

        /// <summary>A new one; empty keeps the one that is there.</summary>
        public string? Password { get; set; }

        public string Folder { get; set; } = "INBOX";
        public string? HandledFolder { get; set; }
        public bool IsWatched { get; set; } = true;
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Host).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Mailbox.HostMissing")
                .MaximumLength(OrderMailbox.HostMaxLength).WithMessage("Settings.TooLong")
                .Must(host => Uri.CheckHostName(host.Trim()) is not UriHostNameType.Unknown).WithMessage("Mailbox.HostWrong");
            RuleFor(f => f.Port).InclusiveBetween(1, 65535).WithMessage("Mailbox.PortWrong");
            RuleFor(f => f.User).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Mailbox.UserMissing").MaximumLength(OrderMailbox.UserMaxLength).WithMessage("Settings.TooLong");
            RuleFor(f => f.Password).MaximumLength(1000).WithMessage("Settings.TooLong");
            RuleFor(f => f.Folder).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Mailbox.FolderNeeded").MaximumLength(OrderMailbox.FolderMaxLength).WithMessage("Settings.TooLong");
            RuleFor(f => f.HandledFolder).MaximumLength(OrderMailbox.FolderMaxLength).WithMessage("Settings.TooLong");
            RuleFor(f => f.HandledFolder).Must((form, handled) => !string.Equals(form.Folder?.Trim(), handled?.Trim(), StringComparison.OrdinalIgnoreCase)).When(f => !string.IsNullOrWhiteSpace(f.HandledFolder)).WithMessage("Mailbox.SameFolder");
        }
    }
}
