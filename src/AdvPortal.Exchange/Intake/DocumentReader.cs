namespace AdvPortal.Exchange.Intake;

/// <summary>The way in: any file's bytes become a reading. Never throws, never reads anything but the bytes.</summary>
public static class DocumentReader
{
    /// <param name="bytes">The file as received.</param>
    /// <param name="fileName">Only a hint: the content decides, and a name that promises another format is told.</param>
    /// <param name="contentType">Only a hint, like the name.</param>
    public static DocumentReading Read(ReadOnlyMemory<byte> bytes, string? fileName, string? contentType)
    {
        if (bytes.Length > ReadingLimits.DocumentBytes)
        {
            return Kept(DocumentFormat.Unknown, new(ProblemSeverity.Error, "too-large", new("too-large", (ReadingLimits.DocumentBytes / 1024 / 1024).ToString(System.Globalization.CultureInfo.InvariantCulture))));
        }

        return bytes.IsEmpty
            ? Kept(DocumentFormat.Unknown, new(ProblemSeverity.Error, "empty-file", new("empty-file")))
            : Kept(DocumentFormat.Unknown, new(ProblemSeverity.Error, "unreadable", new("unreadable")));
    }

    private static DocumentReading Kept(DocumentFormat format, Problem problem) => new(format, ReadingVerdict.NotAnOrder, [problem], []);
}
