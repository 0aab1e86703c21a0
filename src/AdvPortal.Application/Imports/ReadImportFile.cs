using System.Globalization;
using AdvPortal.Exchange.Deliveries;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Application.Imports;

/// <summary>Reads a list that somebody wants to import; what is wrong with the file stands in the list's problems.</summary>
[UseCase]
public sealed class ReadImportFile(CurrentMember member, LimitedReader reader)
{
    /// <summary>Bytes; a larger file is refused at the door.</summary>
    public const int MostBytes = ReadingLimits.DocumentBytes;

    public async Task<Result<Table>> ExecuteAsync(ImportKind kind, ReadOnlyMemory<byte> bytes, string fileName, CancellationToken ct = default) =>
        !member.May(ListImport.NeededFor(kind)) ? new NotAllowed()
        : kind is ImportKind.Shipments && DespatchReader.Takes(bytes.Span) ? DespatchTable.Of(DespatchReader.Read(bytes), CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr")
        : await reader.ReadTableAsync(bytes, fileName, ct);
}
