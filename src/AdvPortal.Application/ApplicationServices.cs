using System.Reflection;
using AdvPortal.Application.Members;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Webhooks;
using AdvPortal.Persistence;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AdvPortal.Application;

public static class ApplicationServices
{
    public static IServiceCollection AddAdvPortal(this IServiceCollection services, string connectionString)
    {
        services.AddPersistence(connectionString);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ChangeNotices>();
        services.AddSingleton<Onlookers>();
        services.AddSingleton<KeyRing>();
        services.AddLogins();
        services.AddSingleton<Tenants.TenantDirectory>();
        services.AddSingleton<LimitedReader>();
        services.AddSingleton<Tenants.RetentionRounds>();
        services.AddSingleton<Portfolios.WorkRounds>();
        services.AddSingleton<Tenders.TenderRounds>();
        services.AddSingleton<Orders.PromiseRounds>();
        services.AddSingleton<Intake.DrawnOriginals>();
        services.AddSingleton<Intake.IntakeRounds<Intake.ResumeReading>>();
        services.AddSingleton<Intake.IntakeRounds<Intake.WatchMailbox>>();
        services.AddSingleton<Outbox.OutboxBell>();
        services.AddSingleton<Outbox.OutboxPost>();
        services.AddSingleton<Webhooks.WebhookBell>();
        services.AddSingleton<Webhooks.WebhookPost>();
        services.AddSingleton<Webhooks.WebhookBook>();
        services.AddSingleton<Webhooks.WebhookLanes>();
        services.TryAddSingleton(new WebhookOptions());
        services.AddSingleton<WebhookSender>();
        services.AddScoped<Webhooks.WebhookPosting>();
        services.AddScoped<Outbox.Mailer>();
        services.AddScoped<CurrentMember>();
        services.AddScoped<CurrentRequest>();
        services.AddScoped<TenantClock>();
        services.AddScoped<UnitOfWork>();
        services.TryAddSingleton(new LanguageModelSettings());
        services.AddScoped<LanguageModel>();
        services.AddScoped<Intake.ReadingTurn>();
        services.AddScoped<Intake.AnswerByMail>();
        services.AddScoped<Intake.MailboxTurn>();
        services.AddScoped<Orders.ActOnOrder>();
        services.AddScoped<Orders.ActOnView>();
        services.AddScoped<Orders.AcknowledgementPosting>();
        services.AddScoped<Clarifications.ClarificationPosting>();
        services.AddScoped<Inquiries.ActOnInquiry>();
        services.AddScoped<Inquiries.InquiryByMail>();
        services.AddScoped<Deliveries.ActOnDelivery>();
        services.AddScoped<Complaints.ActOnComplaint>();
        services.AddScoped<Tenders.ActOnTender>();
        services.AddScoped<Portfolios.ActOnAbsence>();
        services.AddScoped<Portfolios.CoverPosting>();
        services.AddScoped<Requirements.ActOnRequirement>();
        services.AddScoped<Requirements.ModelProposals>();
        services.AddScoped<Contracts.ActOnHandoff>();

        foreach (var type in typeof(ApplicationServices).Assembly.GetTypes())
        {
            if (type.GetCustomAttribute<UseCaseAttribute>() is not null)
            {
                services.AddScoped(type);
            }

            if (type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(AbstractValidator<>))
            {
                services.AddSingleton(typeof(IValidator<>).MakeGenericType(parent.GetGenericArguments()), type);
            }
        }

        return services;
    }
}
