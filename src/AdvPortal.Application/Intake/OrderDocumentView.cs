using System.Text.Json;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Application.Intake;

/// <summary>A document with everything that was read in it, and what became of it.</summary>
public sealed record OrderDocumentView(
    OrderDocumentId Id, string Format, string Verdict, string Status, string Sha256, OrderDocumentId? DuplicateOf, ClientId? ClientId, SiteId? SiteId, string? RefersTo, DocumentChange? Change,
    string FileName, int Size, DateTimeOffset ReceivedAt, IReadOnlyList<Problem> Problems, IReadOnlyList<OrderDocumentView.Entry> Orders, int Version)
{
    /// <summary>The order that it changes or gives up, once that is known.</summary>
    public OrderId? AmendsOrderId { get; init; }

    /// <summary>Whose answer it waits for; null when it is ours to go on.</summary>
    public WaitingFor? WaitingFor { get; init; }

    /// <summary>Why a person set it aside.</summary>
    public SetAsideReason? SetAsideBecause { get; init; }

    public string? SetAsideNote { get; init; }

    /// <summary>Reading left something empty that a language model may be asked for, where one is set up.</summary>
    public bool HasGaps { get; init; }

    /// <summary>Where the values stand that a person took of such proposals.</summary>
    public IReadOnlyList<Spot> Taken { get; init; } = [];

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    public static OrderDocumentView Of(OrderDocument document, OrderDocumentId? duplicateOf = null) => Of(document, Read(document), duplicateOf);

    /// <param name="document">As it stands.</param>
    /// <param name="reading">What was read in it, for whoever has it at hand.</param>
    /// <param name="duplicateOf">The same bytes, that were here before.</param>
    internal static OrderDocumentView Of(OrderDocument document, DocumentReading? reading, OrderDocumentId? duplicateOf = null) => new(
        document.Id, document.Format, document.Verdict, StatusOf(document), Convert.ToHexStringLower(document.Sha256),
        duplicateOf, document.ClientId, document.SiteId, reading?.RefersTo, reading?.Change, document.FileName, document.Size, document.ReceivedAt,
        reading?.Problems ?? [],
        [.. (reading?.Orders ?? []).Select((order, index) => new Entry(document.OrderAt(index), order))],
        document.Version)
    {
        AmendsOrderId = document.AmendsOrderId,
        WaitingFor = document.WaitingFor,
        SetAsideBecause = document.SetAsideBecause,
        SetAsideNote = document.SetAsideNote,
        HasGaps = reading is not null && DocumentCompletion.MayBeAsked(document, reading),
        Taken = reading?.Taken ?? [],
    };

    // The moment while somebody reads it is a state of ours: to whoever asks, it is not settled yet.
    private static string StatusOf(OrderDocument document) =>
        JsonNamingPolicy.KebabCaseLower.ConvertName((document.Status is OrderDocumentStatus.Received ? OrderDocumentStatus.NeedsReview : document.Status).ToString());

    internal static DocumentReading? Read(OrderDocument document) => document.Reading is null ? null : JsonSerializer.Deserialize<DocumentReading>(document.Reading, _json);

    internal static ReadingGlimpse? Glimpse(OrderDocument document) => document.Reading is null ? null : JsonSerializer.Deserialize<ReadingGlimpse>(document.Reading, _json);

    internal static string Write(DocumentReading reading) => JsonSerializer.Serialize(reading, _json);

    /// <summary>One order as the file says it; ours once client and site are known.</summary>
    public sealed record Entry(OrderId? OrderId, PurchaseOrder Document);
}
