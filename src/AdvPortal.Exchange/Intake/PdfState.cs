using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace AdvPortal.Exchange.Intake;

/// <summary>Whether a PDF can be opened at all. Hostile ones overflow the stack: only the limited process calls this.</summary>
internal static class PdfState
{
    /// <returns>The code of the problem, or null for a sound document.</returns>
    public static string? FindProblem(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = PdfDocument.Open(bytes.ToArray());
            return document.NumberOfPages == 0 || document.GetPage(1) is null ? "pdf-damaged" : null;
        }
        catch (PdfDocumentEncryptedException)
        {
            return "encrypted";
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return "pdf-damaged";
        }
    }
}
