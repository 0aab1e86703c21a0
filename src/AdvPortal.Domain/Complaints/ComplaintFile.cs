namespace AdvPortal.Domain.Complaints;

/// <summary>A photo or a PDF that shows what is wrong.</summary>
public sealed class ComplaintFile : TenantOwned
{
    public const int FileNameMaxLength = 255;

    private ComplaintFile() { }

    public ComplaintFile(ComplaintId complaint, string fileName, string contentType, int size, DateTimeOffset addedAt) =>
        (ComplaintId, FileName, ContentType, Size, AddedAt) = (complaint, fileName, contentType, size, addedAt);

    public ComplaintFileId Id { get; private set; } = Ids.New<ComplaintFileId>();
    public ComplaintId ComplaintId { get; private set; }

    [PersonalData]
    public string FileName { get; private set; } = null!;

    /// <summary>By what is in it (<see cref="Deliveries.ProofType"/>), not by what it was called.</summary>
    public string ContentType { get; private set; } = null!;

    /// <summary>Bytes.</summary>
    public int Size { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }
}

/// <summary>The bytes of such a file, apart from it so that readings stay light.</summary>
public sealed class ComplaintFileContent : TenantOwned
{
    private ComplaintFileContent() { }

    public ComplaintFileContent(ComplaintFileId id, byte[] bytes) => (Id, Bytes) = (id, bytes);

    public ComplaintFileId Id { get; private set; }

    public byte[] Bytes { get; private set; } = null!;
}
