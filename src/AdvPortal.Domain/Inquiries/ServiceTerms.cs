using System.Text.Json.Serialization;
using AdvPortal.Domain.Common.Calendars;

namespace AdvPortal.Domain.Inquiries;

/// <summary>What a client asks about.</summary>
[JsonConverter(typeof(CamelCaseEnum<InquiryKind>))]
public enum InquiryKind { Other, OrderStatus, Delivery, Price, Product, Document, Invoice }

[JsonConverter(typeof(CamelCaseEnum<InquiryPriority>))]
public enum InquiryPriority { Low, Normal, High, Urgent }

/// <summary>Within how many working hours questions are answered: where a rule names a kind, a priority or a client, it is for these alone.</summary>
public sealed record ServiceRule(decimal Hours, InquiryKind? Kind = null, InquiryPriority? Priority = null, ClientId? ClientId = null)
{
    public bool Covers(InquiryKind kind, InquiryPriority priority, ClientId? client) =>
        (Kind is null || Kind == kind) && (Priority is null || Priority == priority) && (ClientId is null || ClientId == client);

    /// <summary>A client's own rule goes before one of a priority, and that before one of a kind.</summary>
    internal int Weight => (ClientId is null ? 0 : 4) + (Priority is null ? 0 : 2) + (Kind is null ? 0 : 1);
}

/// <summary>The hours of a company and the delays it sets itself: one of its settings.</summary>
public sealed record ServiceTerms(TimeOnly Opens, TimeOnly Closes, IReadOnlyList<ServiceRule> Rules, HolidayZone Holidays = HolidayZone.FrMetropole)
{
    public const int MostRules = 100;
    public const decimal MostHours = 400;

    public const decimal UsualHours = 4;

    public static readonly ServiceTerms Usual = new(
        new(8, 0), new(18, 0), [new(UsualHours), new(1, Priority: InquiryPriority.Urgent), new(2, Priority: InquiryPriority.High), new(8, Priority: InquiryPriority.Low)]);

    public OfficeHours In(TimeZoneInfo zone) => new(Opens, Closes, zone, Holidays);

    /// <summary>The narrowest rule holds; of two that are as narrow, the first.</summary>
    public TimeSpan For(InquiryKind kind, InquiryPriority priority, ClientId? client) =>
        TimeSpan.FromHours((double)(Rules.Where(rule => rule.Covers(kind, priority, client)).MaxBy(rule => rule.Weight)?.Hours ?? UsualHours));

    public bool Equals(ServiceTerms? other) => other is not null && (Opens, Closes, Holidays) == (other.Opens, other.Closes, other.Holidays) && Rules.SequenceEqual(other.Rules);

    public override int GetHashCode() => HashCode.Combine(Opens, Closes, Rules.Count);
}
