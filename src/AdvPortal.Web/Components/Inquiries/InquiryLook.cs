using System.Globalization;
using AdvPortal.Application.Inquiries;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Web.Components.Shared;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Inquiries;

/// <summary>How a conversation looks: its time left, its standing, its few words.</summary>
internal static class InquiryLook
{
    private const int Hour = 60;

    /// <summary>« reste 2 h 05 », « en retard de 12 min »; null while nothing is due. In working time.</summary>
    public static string? Left(this InquiryView inquiry, IStringLocalizer<Texts> text)
    {
        if (inquiry.LeftMinutes is not { } left)
        {
            return null;
        }

        var minutes = Math.Abs(left);
        var time = minutes < Hour ? text["Inquiry.Minutes", minutes] : text["Inquiry.Hours", minutes / Hour, (minutes % Hour).ToString("00", CultureInfo.InvariantCulture)];

        return text[left < 0 ? "Inquiry.Late" : "Inquiry.Left", time.Value];
    }

    public static Tone Tone(this InquiryView inquiry) => inquiry switch
    {
        { LeftMinutes: < 0 } => Shared.Tone.Bad,
        { IsThreatened: true } => Shared.Tone.Warn,
        { Status: InquiryStatus.Answered or InquiryStatus.Closed } => Shared.Tone.Ok,
        _ => Shared.Tone.Neutral,
    };

    public static string Chip(this InquiryView inquiry, IStringLocalizer<Texts> text) =>
        inquiry.MergedIntoId is not null ? text["Inquiry.Merged"] : inquiry.Left(text) ?? text.Word(inquiry.Status);

    public static string Title(this InquiryView inquiry, IStringLocalizer<Texts> text) => inquiry.ClientName ?? inquiry.FromName ?? inquiry.From ?? text["Inquiry.UnknownClient"];
}
