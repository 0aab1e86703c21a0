using System.Security.Cryptography;
using System.Text.Json.Serialization;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Intake;

/// <summary>Where a document stands in the queue of what has come in.</summary>
public enum OrderDocumentStatus
{
    /// <summary>Kept, and not read yet.</summary>
    Received,

    /// <summary>The buyer or the place of delivery is not known: a person is asked.</summary>
    NeedsClient,

    /// <summary>A person must decide before its orders exist.</summary>
    NeedsReview,

    /// <summary>Its orders exist.</summary>
    Done,

    /// <summary>Not an order, or unreadable: kept and shown.</summary>
    SetAside,
}

/// <summary>Why no order comes of a document.</summary>
[JsonConverter(typeof(CamelCaseEnum<SetAsideReason>))]
public enum SetAsideReason { NotAnOrder, Duplicate, NotForUs, Unreadable, CannotSupply, Withdrawn, Other }

/// <summary>What a client sent, byte for byte, and what became of it. Kept before anything tries to read it.</summary>
public sealed class OrderDocument : TenantOwned
{
    public const int FileNameMaxLength = 255;
    public const int NoteMaxLength = 500;

    private readonly List<DocumentOrder> _orders = [];
    private Dictionary<int, OrderId>? _places;

    private OrderDocument() { }

    public OrderDocument(byte[] content, string fileName, string contentType, ClientId? client, DateTimeOffset receivedAt)
    {
        (FileName, ContentType, ClientId, ReceivedAt) = (fileName, contentType, client, receivedAt);
        (Size, Sha256) = (content.Length, SHA256.HashData(content));
    }

    public OrderDocumentId Id { get; private set; } = Ids.New<OrderDocumentId>();

    /// <summary>Of a mail, its subject.</summary>
    [PersonalData]
    public string FileName { get; private set; } = null!;

    /// <summary>As the sender named it: a hint, never trusted.</summary>
    public string ContentType { get; private set; } = null!;

    /// <summary>Bytes.</summary>
    public int Size { get; private set; }

    /// <summary>SHA-256 of the content: the same bytes are the same document.</summary>
    public byte[] Sha256 { get; private set; } = null!;

    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>Until when somebody is at reading it; after that they are taken for dead, and it is anybody's.</summary>
    public DateTimeOffset? ReadUntil { get; private set; }

    /// <summary>How often somebody set about reading it.</summary>
    public int Tries { get; private set; }

    public OrderDocumentStatus Status { get; private set; }
    /// <summary>Whose answer it waits for; null when it is ours to go on.</summary>
    public WaitingFor? WaitingFor { get; private set; }

    /// <summary>Why a person set it aside; null for what could not be read, and for the rest.</summary>
    public SetAsideReason? SetAsideBecause { get; private set; }

    [PersonalData]
    public string? SetAsideNote { get; private set; }

    public ClientId? ClientId { get; private set; }
    public SiteId? SiteId { get; private set; }

    /// <summary>The order that a change or a cancellation speaks of, as an identifier or a person says; null while it is not known.</summary>
    public OrderId? AmendsOrderId { get; private set; }

    /// <summary>A person said which order that is: whatever is read anew does not change it.</summary>
    public bool IsOrderTold { get; private set; }

    /// <summary>The name of the format that the content turned out to be of.</summary>
    public string Format { get; private set; } = "unknown";

    /// <summary>The name of what the file alone deserves.</summary>
    public string Verdict { get; private set; } = "not-an-order";

    /// <summary>JSON: everything that was read, in the shape of the exchange library.</summary>
    public string? Reading { get; private set; }

    public IReadOnlyList<DocumentOrder> Orders => _orders;

    /// <summary>Whoever brings it reads it, at once.</summary>
    public void Begin(DateTimeOffset until) => (Tries, ReadUntil) = (Tries + 1, until);

    /// <param name="isOrder">An order, or the change of one: else it waits for nobody.</param>
    public void WasRead(string format, string verdict, string reading, bool isOrder)
    {
        (Format, Verdict, Reading, ReadUntil) = (format, verdict, reading, null);
        Status = isOrder ? OrderDocumentStatus.NeedsClient : OrderDocumentStatus.SetAside;
    }

    /// <summary>Goes back to where nothing was read: whoever takes the turn reads it anew.</summary>
    public Result ReadAgain()
    {
        if (Status is OrderDocumentStatus.Received)
        {
            return new DocumentBeingRead();
        }

        // A change that was decided has no orders of its own, and is decided all the same.
        if (_orders.Count > 0 || Status is OrderDocumentStatus.Done)
        {
            return new DocumentSettled();
        }

        (Status, Tries, ReadUntil) = (OrderDocumentStatus.Received, 0, null);
        (SetAsideBecause, SetAsideNote) = (null, null);
        AmendsOrderId = IsOrderTold ? AmendsOrderId : null;

        return Result.Ok;
    }

    /// <summary>Nobody has decided on it yet: somebody is waited for, or its reader found no order in it and set it aside by itself.</summary>
    public bool IsOpen => Status is OrderDocumentStatus.NeedsClient or OrderDocumentStatus.NeedsReview || this is { Status: OrderDocumentStatus.SetAside, SetAsideBecause: null, Reading: not null, Verdict: "not-an-order" };

    /// <summary>A person filled in what its reader had left empty: it is an order now, whatever it was before.</summary>
    /// <param name="verdict">The name of what it deserves with that.</param>
    /// <param name="reading">With what was filled in.</param>
    public Result Complete(string verdict, string reading)
    {
        if (Status is OrderDocumentStatus.Received)
        {
            return new DocumentBeingRead();
        }

        if (!IsOpen)
        {
            return new DocumentSettled();
        }

        (Verdict, Reading) = (verdict, reading);
        Settle(Status is OrderDocumentStatus.SetAside ? OrderDocumentStatus.NeedsClient : Status);

        return Result.Ok;
    }

    /// <summary>A person, or an identifier in the document, says who ordered and where to.</summary>
    public void ComesFrom(ClientId? client, SiteId? site) => (ClientId, SiteId) = (client, site);

    /// <summary>What it changes is this order.</summary>
    /// <param name="isTold">A person says so, and no number in the document.</param>
    public void Amends(OrderId? order, bool isTold = false) => (AmendsOrderId, IsOrderTold) = (order, isTold && order is not null);

    /// <summary>The order at this place in the file exists now.</summary>
    public void Became(int index, OrderId order)
    {
        if (Places.TryAdd(index, order))
        {
            _orders.Add(new(index, order));
        }
    }

    public OrderId? OrderAt(int index) => Places.TryGetValue(index, out var order) ? order : null;

    // A file may hold ten thousand orders; whoever loads them puts them into the list only.
    private Dictionary<int, OrderId> Places => _places?.Count == _orders.Count ? _places : _places = _orders.ToDictionary(o => o.Index, o => o.OrderId);

    public void Settle(OrderDocumentStatus status) => (Status, WaitingFor) = (status, status is OrderDocumentStatus.NeedsClient or OrderDocumentStatus.NeedsReview ? WaitingFor : null);

    /// <summary>No order comes of it; it stays kept.</summary>
    public void SetAside(SetAsideReason? because, string? note)
    {
        Settle(OrderDocumentStatus.SetAside);
        (SetAsideBecause, SetAsideNote) = (because, string.IsNullOrWhiteSpace(note) ? null : note.Trim());
    }

    /// <summary>Somebody was asked about it, or, with nobody, it is ours again.</summary>
    public Result WaitFor(WaitingFor? whom)
    {
        if (Status is not (OrderDocumentStatus.NeedsClient or OrderDocumentStatus.NeedsReview))
        {
            return new DocumentSettled();
        }

        WaitingFor = whom;

        return Result.Ok;
    }
}

/// <summary>That one order of a document, counted from 0, became one of ours.</summary>
public sealed class DocumentOrder : TenantOwned
{
    private DocumentOrder() { }

    internal DocumentOrder(int index, OrderId order) => (Index, OrderId) = (index, order);

    public Guid Id { get; private set; } = Ids.Next();
    public int Index { get; private set; }
    public OrderId OrderId { get; private set; }
}

/// <summary>The bytes of a document, apart from it so that lists stay light.</summary>
public sealed class OrderDocumentContent : TenantOwned
{
    private OrderDocumentContent() { }

    public OrderDocumentContent(OrderDocumentId id, byte[] bytes) => (Id, Bytes) = (id, bytes);

    public OrderDocumentId Id { get; private set; }

    public byte[] Bytes { get; private set; } = null!;
}
