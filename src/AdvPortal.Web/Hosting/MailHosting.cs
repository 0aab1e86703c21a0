using AdvPortal.Application.Outbox;
using AdvPortal.Exchange.Mail;

namespace AdvPortal.Web.Hosting;

/// <summary>Reads how this installation mails, and keeps the post running beside the pages.</summary>
internal static class MailHosting
{
    public static void AddMail(this WebApplicationBuilder builder)
    {
        var settings = Read(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(settings.Transport);
        builder.Services.AddHostedService<OutboxWorker>();
    }

    internal static MailSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var smtp = configuration.GetSection("Smtp");
        var (host, sender, address) = (Given(smtp["Host"]), Given(smtp["From"]), Given(configuration["Portal:PublicAddress"]));

        if (host is not null && (address is null || sender is null))
        {
            throw new InvalidOperationException("Smtp:Host is set: Smtp:From and Portal:PublicAddress are needed as well, for mails and the links in them.");
        }

        if (!Uri.TryCreate($"{(address ?? "http://localhost:5080").TrimEnd('/')}/", UriKind.Absolute, out var open) || open.Scheme is not ("http" or "https"))
        {
            throw new InvalidOperationException("Portal:PublicAddress must be an address such as https://portal.example.");
        }

        var from = new Mailbox(sender ?? $"advportal@{open.Host}", Given(smtp["FromName"]) ?? "AdvPortal");

        return new()
        {
            From = from,
            PublicAddress = open,
            KeepsMails = host is null && environment.IsDevelopment(),
            Smtp = host is null ? null : new()
            {
                Host = host,
                Port = smtp.GetValue("Port", 587),
                User = Given(smtp["User"]),
                Password = smtp["Password"],
                UseTls = smtp.GetValue("UseTls", true),
                From = from,
            },
        };

        // An empty variable of the environment says nothing.
        static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
    }
}

/// <summary>Runs the post for as long as the portal runs.</summary>
internal sealed class OutboxWorker(OutboxPost post) : BackgroundService
{
    // Within the time that the host gives us, and most mails need a second.
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => post.RunAsync(_grace, stoppingToken);
}
