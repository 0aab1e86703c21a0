using System.Text;
using QRCoder;
using ZXing;
using ZXing.Common;
using ZXing.Datamatrix;
using ZXing.Datamatrix.Encoder;
using ZXing.OneD;

namespace AdvPortal.Exchange.Labels;

/// <summary>The codes that stand on labels.</summary>
internal static class CodeGrids
{
    private const char Fnc1 = '\u00F1';
    private const int BarQuiet = 10;
    private const int MatrixQuiet = 2;

    /// <summary>A QR code (ISO/IEC 18004, error correction M, quiet zone of four); null when the payload is empty or too long for one.</summary>
    public static CodeGrid? Qr(string payload)
    {
        if (payload.Length == 0 || Encoding.UTF8.GetByteCount(payload) > ParcelLabel.PayloadMaxBytes)
        {
            return null;
        }

        // The library draws the quiet zone by itself.
        var modules = QRCodeGenerator.GenerateQrCode(payload, QRCodeGenerator.ECCLevel.M, forceUtf8: true).ModuleMatrix;

        return new(modules.Count, modules.Count, 0, (row, column) => modules[row][column]);
    }

    /// <summary>A DataMatrix (ISO/IEC 16022, ECC 200, square); null when the payload is empty or too long for one.</summary>
    public static CodeGrid? DataMatrix(string payload) => Matrix(payload, gs1: false);

    /// <summary>The same with FNC1 in front (GS1 General Specifications, section 5.6), which tells a scanner that element strings follow.</summary>
    public static CodeGrid? Gs1DataMatrix(IReadOnlyList<ElementString> elements) => Matrix(ElementString.Join(elements), gs1: true);

    /// <summary>A GS1-128 (section 5.4: Code 128 with FNC1 after the start; quiet zones of ten). At most 48 characters; null beyond.</summary>
    public static CodeGrid? Gs1128(IReadOnlyList<ElementString> elements)
    {
        var data = ElementString.Join(elements);

        if (data.Length > ParcelLabel.BarsMaxLength || data.Any(character => character != ElementString.Separator && !char.IsBetween(character, ' ', '~')))
        {
            return null;
        }

        var bars = new Code128Writer().encode(Fnc1 + data.Replace(ElementString.Separator, Fnc1));

        return new(bars.Length, 1, BarQuiet, (_, column) => bars[column]);
    }

    private static CodeGrid? Matrix(string payload, bool gs1)
    {
        if (payload.Length == 0 || payload.Length > ParcelLabel.PayloadMaxBytes)
        {
            return null;
        }

        var options = new DatamatrixEncodingOptions { SymbolShape = SymbolShapeHint.FORCE_SQUARE, CompactEncoding = true, GS1Format = gs1, Width = 0, Height = 0 };

        try
        {
            var matrix = new DataMatrixWriter().encode(payload, BarcodeFormat.DATA_MATRIX, 0, 0, options.Hints);
            var (left, top, width, height) = Extent(matrix);

            return new(width, height, MatrixQuiet, (row, column) => matrix[left + column, top + row]);
        }
        catch (ArgumentException)
        {
            // What the largest symbol does not hold.
            return null;
        }
    }

    private static (int Left, int Top, int Width, int Height) Extent(BitMatrix matrix)
    {
        var box = matrix.getEnclosingRectangle();

        return (box[0], box[1], box[2], box[3]);
    }
}
