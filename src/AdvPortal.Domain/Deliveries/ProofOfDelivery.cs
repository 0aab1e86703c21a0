namespace AdvPortal.Domain.Deliveries;

/// <summary>That goods arrived: who took them, when, and what that person had to say of them.</summary>
/// <param name="ReceivedBy">The name of whoever signed.</param>
/// <param name="At">When.</param>
/// <param name="Reserves">What was noted at the door, such as a torn carton.</param>
public sealed record ProofOfDelivery([property: PersonalData] string ReceivedBy, DateTimeOffset At, [property: PersonalData] string? Reserves = null)
{
    public const int NameMaxLength = 120;
    public const int ReservesMaxLength = 1000;

    /// <summary>Clocks of scanners and telephones differ a little.</summary>
    private static readonly TimeSpan _drift = TimeSpan.FromMinutes(5);

    public Refusal? Check(DateTimeOffset now) => string.IsNullOrWhiteSpace(ReceivedBy) ? new ProofNeedsName() : At > now + _drift ? new ArrivedInFuture(At) : null;

    public ProofOfDelivery Tidy() => this with { ReceivedBy = ReceivedBy.Trim(), Reserves = string.IsNullOrWhiteSpace(Reserves) ? null : Reserves.Trim() };
}

/// <summary>The signed delivery note, or a photo of it or of the goods.</summary>
public sealed class DeliveryFile : TenantOwned
{
    public const int FileNameMaxLength = 255;

    private DeliveryFile() { }

    public DeliveryFile(DeliveryId delivery, string fileName, string contentType, int size, DateTimeOffset addedAt) =>
        (DeliveryId, FileName, ContentType, Size, AddedAt) = (delivery, fileName, contentType, size, addedAt);

    public DeliveryFileId Id { get; private set; } = Ids.New<DeliveryFileId>();
    public DeliveryId DeliveryId { get; private set; }
    public string FileName { get; private set; } = null!;

    /// <summary>By what is in it (<see cref="ProofType"/>), not by what it was called.</summary>
    public string ContentType { get; private set; } = null!;

    /// <summary>Bytes.</summary>
    public int Size { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }
}

/// <summary>The bytes of such a file, apart from it so that readings stay light.</summary>
public sealed class DeliveryFileContent : TenantOwned
{
    private DeliveryFileContent() { }

    public DeliveryFileContent(DeliveryFileId id, byte[] bytes) => (Id, Bytes) = (id, bytes);

    public DeliveryFileId Id { get; private set; }

    public byte[] Bytes { get; private set; } = null!;
}

/// <summary>What a file is, by its first bytes: a proof is a PDF or a photo, and nothing that a browser would run.</summary>
public static class ProofType
{
    private static readonly (string Type, int At, byte[] Mark)[] _marks =
    [
        ("application/pdf", 0, "%PDF-"u8.ToArray()),
        ("image/jpeg", 0, [0xFF, 0xD8, 0xFF]),
        ("image/png", 0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("image/webp", 8, "WEBP"u8.ToArray()),
        ("image/heic", 4, "ftypheic"u8.ToArray()),
        ("image/heic", 4, "ftypmif1"u8.ToArray()),
    ];

    /// <summary>The media type; null for anything else.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        foreach (var (type, at, mark) in _marks)
        {
            if (bytes.Length >= at + mark.Length && bytes.Slice(at, mark.Length).SequenceEqual(mark))
            {
                return type;
            }
        }

        return null;
    }
}
