using System.Text;
using AdvPortal.Exchange.Printing;
using QRCoder;

namespace AdvPortal.Exchange.Labels;

/// <summary>A QR code (ISO/IEC 18004, error correction M) drawn as rectangles, so that every printer prints it sharp.</summary>
internal sealed class QrSquare
{
    private readonly QRCodeData _code;

    public QrSquare(string payload)
    {
        if (string.IsNullOrEmpty(payload) || Encoding.UTF8.GetByteCount(payload) > ParcelLabel.PayloadMaxBytes)
        {
            throw new ArgumentException("A QR code holds from 1 to 2331 bytes of UTF-8.", nameof(payload));
        }

        _code = QRCodeGenerator.GenerateQrCode(payload, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
    }

    /// <summary>Modules along one side, the quiet zone of four on each side included.</summary>
    public int Side => _code.ModuleMatrix.Count;

    public bool IsDark(int row, int column) => _code.ModuleMatrix[row][column];

    /// <summary>Draws the square, quiet zone included, <paramref name="size"/> points wide.</summary>
    public void Draw(PdfPaper paper, double x, double y, double size)
    {
        var module = size / Side;

        paper.FillAll(Runs().Select(run => (x + (run.Column * module), y + (run.Row * module), run.Length * module, module)), new Ink(0, 0, 0));
    }

    private IEnumerable<(int Row, int Column, int Length)> Runs()
    {
        for (var row = 0; row < Side; row++)
        {
            for (var column = 0; column < Side; column++)
            {
                var start = column;

                while (column < Side && IsDark(row, column))
                {
                    column++;
                }

                if (column > start)
                {
                    yield return (row, start, column - start);
                }
            }
        }
    }
}
