using System.Text.Json;
using System.Text.Json.Serialization;
using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Orders;
using FluentValidation;

namespace AdvPortal.Application.Complaints;

/// <summary>What a person, or a program, fills in about a complaint.</summary>
public class ComplaintForm
{
    public ClientId? ClientId { get; set; }
    public SiteId? SiteId { get; set; }
    public string? Subject { get; set; }

    /// <summary>The client's own words.</summary>
    public string? Description { get; set; }

    public ComplaintNature? Nature { get; set; }

    /// <summary>minor, major or critical; major where nothing is said.</summary>
    [JsonConverter(typeof(SeverityWord))]
    public ComplaintSeverity? Severity { get; set; }

    public ComplaintSide? Side { get; set; }
    public ComplaintChannel? Channel { get; set; }
    public ContactId? ContactId { get; set; }

    /// <summary>Whoever complained, where it is none of the client's contacts.</summary>
    public string? ContactName { get; set; }

    public string? InvoiceNumber { get; set; }

    /// <summary>The conversation that it comes of; said when it is opened, and never after.</summary>
    public InquiryId? InquiryId { get; set; }

    public List<Line> Lines { get; set; } = [];

    internal ComplaintHead Head() => new(
        ClientId!.Value, Subject!, Description!, Nature!.Value, Severity ?? ComplaintSeverity.Major, Channel ?? ComplaintChannel.Email, Side, SiteId, ContactId, ContactName, InvoiceNumber, InquiryId);

    internal static T Of<T>(Complaint complaint) where T : ComplaintForm, new() => new()
    {
        ClientId = complaint.ClientId,
        SiteId = complaint.SiteId,
        Subject = complaint.Subject,
        Description = complaint.Description,
        Nature = complaint.Nature,
        Severity = complaint.Severity,
        Side = complaint.Side,
        Channel = complaint.Channel,
        ContactId = complaint.ContactId,
        ContactName = complaint.ContactName,
        InvoiceNumber = complaint.InvoiceNumber,
        InquiryId = complaint.InquiryId,
        Lines = [.. complaint.Lines.OrderBy(line => line.Position).Select(line => new Line
        {
            OrderId = line.OrderId, LineNo = line.LineNo, DeliveryId = line.DeliveryId, Quantity = line.Quantity, Amount = line.Amount, ReceivedInstead = line.ReceivedInstead,
        })],
    };

    public sealed class Line
    {
        public OrderId? OrderId { get; set; }
        public string? LineNo { get; set; }

        /// <summary>The delivery that brought it; null where none is named.</summary>
        public DeliveryId? DeliveryId { get; set; }

        /// <summary>In the line's unit; 0 where it is not about goods.</summary>
        public decimal? Quantity { get; set; }

        /// <summary>Net of tax; null for the quantity at the line's price.</summary>
        public decimal? Amount { get; set; }

        public string? ReceivedInstead { get; set; }
    }

    public sealed class Validator : AbstractValidator<ComplaintForm>
    {
        public Validator()
        {
            RuleFor(f => f.ClientId).NotNull().WithMessage("ChooseClient");
            RuleFor(f => f.Subject).NotEmpty().WithMessage("Complaint.SubjectMissing").MaximumLength(Complaint.SubjectMaxLength).WithMessage("NoteTooLong");
            RuleFor(f => f.Description).NotEmpty().WithMessage("Complaint.WordsMissing").MaximumLength(Complaint.DescriptionMaxLength).WithMessage("NoteTooLong");
            RuleFor(f => f.Nature).NotNull().WithMessage("Complaint.ChooseNature");
            RuleFor(f => f.ContactName).MaximumLength(Complaint.ContactMaxLength).WithMessage("NameTooLong");
            RuleFor(f => f.InvoiceNumber).MaximumLength(Complaint.InvoiceMaxLength).WithMessage("NoteTooLong");
            RuleFor(f => f.Lines).Must(lines => lines.Count <= Complaint.MostLines).WithMessage("TooManyRows");
            RuleForEach(f => f.Lines).NotNull().WithMessage("NotOfThisShape").ChildRules(line =>
            {
                line.RuleFor(l => l.OrderId).NotNull().WithMessage("Delivery.ChooseOrder");
                line.RuleFor(l => l.LineNo).NotEmpty().WithMessage("ChooseLine");
                line.RuleFor(l => l.Quantity).NotNull().WithMessage("QuantityOutOfRange").PrecisionScale(18, 4, ignoreTrailingZeros: true).WithMessage("QuantityOutOfRange").InclusiveBetween(0, LineAmounts.MostQuantity).WithMessage("QuantityOutOfRange");
                line.RuleFor(l => l.Amount).PrecisionScale(18, 2, ignoreTrailingZeros: true).WithMessage("PriceOutOfRange").InclusiveBetween(0, LineAmounts.MostAmount).WithMessage("PriceOutOfRange");
                line.RuleFor(l => l.ReceivedInstead).MaximumLength(ComplaintLine.ReceivedMaxLength).WithMessage("NoteTooLong");
            });
        }
    }

    /// <summary>Other systems grade complaints in words of their own: low and high are understood as well.</summary>
    private sealed class SeverityWord : JsonConverter<ComplaintSeverity?>
    {
        private static readonly Dictionary<string, ComplaintSeverity> _words = new(StringComparer.OrdinalIgnoreCase)
        {
            ["minor"] = ComplaintSeverity.Minor,
            ["low"] = ComplaintSeverity.Minor,
            ["warn"] = ComplaintSeverity.Minor,
            ["major"] = ComplaintSeverity.Major,
            ["medium"] = ComplaintSeverity.Major,
            ["normal"] = ComplaintSeverity.Major,
            ["high"] = ComplaintSeverity.Major,
            ["critical"] = ComplaintSeverity.Critical,
            ["blocking"] = ComplaintSeverity.Critical,
            ["block"] = ComplaintSeverity.Critical,
        };

        public override ComplaintSeverity? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String when _words.TryGetValue(reader.GetString()!, out var severity) => severity,
            _ => throw new JsonException("A severity is minor, major or critical."),
        };

        public override void Write(Utf8JsonWriter writer, ComplaintSeverity? value, JsonSerializerOptions options)
        {
            if (value is { } severity)
            {
                writer.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(severity.ToString()));
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
