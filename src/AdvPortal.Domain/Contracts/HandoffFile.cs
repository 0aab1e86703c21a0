namespace AdvPortal.Domain.Contracts;

/// <summary>The signed contract: a PDF.</summary>
public sealed class HandoffFile : TenantOwned
{
    public const int FileNameMaxLength = 255;
    public const string ContentType = "application/pdf";

    private HandoffFile() { }

    public HandoffFile(HandoffId handoff, string fileName, int size, DateTimeOffset addedAt) => (HandoffId, FileName, Size, AddedAt) = (handoff, fileName, size, addedAt);

    public HandoffFileId Id { get; private set; } = Ids.New<HandoffFileId>();
    public HandoffId HandoffId { get; private set; }

    [PersonalData]
    public string FileName { get; private set; } = null!;

    /// <summary>Bytes.</summary>
    public int Size { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }
}

/// <summary>The bytes of the signed contract, apart from it so that readings stay light.</summary>
public sealed class HandoffFileContent : TenantOwned
{
    private HandoffFileContent() { }

    public HandoffFileContent(HandoffFileId id, byte[] bytes) => (Id, Bytes) = (id, bytes);

    public HandoffFileId Id { get; private set; }

    public byte[] Bytes { get; private set; } = null!;
}
