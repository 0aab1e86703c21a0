using System.Globalization;
using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>What was read in one file of a message.</summary>
internal sealed record FileReading(MailFile File, DocumentReading Reading, DocumentOriginal Original);

/// <summary>Reads the files of a message, each as if it had come alone, and puts what they order together.</summary>
internal sealed partial class MailFiles(ProblemLog log, ReadingContext context)
{
    private readonly List<FileReading> _readings = [];

    public IReadOnlyList<FileReading> Readings => _readings;

    /// <summary>Every order once: of two files that say the same one, the one that leaves less to guess.</summary>
    public List<(PurchaseOrder Order, FileReading From, int Index)> Orders { get; } = [];

    public void Read(IReadOnlyList<MailFile> files)
    {
        foreach (var file in files)
        {
            if (context.Depth >= MailLimits.Depth)
            {
                log.Warning("mail-file-too-deep", null, NameOf(file));
            }
            else if (RefusedFile.Is(file.Bytes))
            {
                log.Warning("mail-file-refused", null, NameOf(file));
            }
            else
            {
                var original = context.Original is null ? null : new OriginalDraft();
                var reading = DocumentReader.Read(file.Bytes, file.Name, file.Type, context with { Depth = context.Depth + 1, Original = original });
                _readings.Add(new(file, reading, original?.Build() ?? DocumentOriginal.Nothing));
            }
        }

        foreach (var read in _readings.OrderBy(read => Rank(read.Reading.Format)))
        {
            for (var i = 0; i < read.Reading.Orders.Count; i++)
            {
                Take(read.Reading.Orders[i], read, i);
            }
        }

        Orders.Sort((one, other) => (_readings.IndexOf(one.From), one.Index).CompareTo((_readings.IndexOf(other.From), other.Index)));
    }

    /// <summary>The problems of the files, each with the name of its file; and their looks, behind that of the message.</summary>
    public IEnumerable<Problem> Problems() => _readings.SelectMany(read => read.Reading.Problems.Select(problem => problem with { Where = Place.InFile(NameOf(read.File), problem.Where) }));

    public void Show(OriginalDraft draft)
    {
        foreach (var read in _readings)
        {
            var first = read.Original.Parts.Count == 0 ? 0 : read.Original.Parts.Select(part => draft.Add(part with { Name = part.Name is null ? NameOf(read.File) : $"{NameOf(read.File)} · {part.Name}" })).ToList()[0];
            foreach (var spot in read.Original.Spots)
            {
                if (Renumbered(spot.Value, read) is { } value)
                {
                    draft.Found(value, spot.Part + first, spot.Line, spot.From, spot.Length, spot.Box);
                }
            }
        }
    }

    public static string NameOf(MailFile file) => file.Name ?? file.Type;

    /// <summary>The order of a file has another place among all orders of the message; one that was left out has none.</summary>
    private string? Renumbered(string value, FileReading read)
    {
        if (OrderPlace().Match(value) is not { Success: true } place)
        {
            return value;
        }

        var index = int.Parse(place.Groups["index"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var now = Orders.FindIndex(order => order.From == read && order.Index == index);
        return now < 0 ? null : string.Create(CultureInfo.InvariantCulture, $"orders[{now}]{value[place.Length..]}");
    }

    private void Take(PurchaseOrder order, FileReading from, int index)
    {
        var same = order.OrderNumber is null ? -1 : Orders.FindIndex(other => other.From != from && other.Order.OrderNumber is { } number && TextOrders.SameNumber(number, order.OrderNumber));
        if (same < 0)
        {
            Orders.Add((order, from, index));
            return;
        }

        var (kept, keptIn) = (Orders[same].Order, NameOf(Orders[same].From.File));
        var isSame = kept.Lines.Count == order.Lines.Count && kept.Lines.Zip(order.Lines).All(pair => pair.First.Quantity == pair.Second.Quantity);
        log.Add(isSame || order.Lines.Count == 0 ? ProblemSeverity.Info : ProblemSeverity.Error, isSame ? "mail-order-twice" : "mail-order-differs", null, order.OrderNumber!, keptIn, NameOf(from.File));
    }

    /// <summary>Messages between machines first, then tables, then pages, then words.</summary>
    private static int Rank(DocumentFormat format) => format switch
    {
        DocumentFormat.EdifactOrders or DocumentFormat.UblOrder or DocumentFormat.OrderX => 0,
        DocumentFormat.Csv or DocumentFormat.Xlsx => 1,
        DocumentFormat.Pdf => 2,
        _ => 3,
    };

    [GeneratedRegex(@"^orders\[(?<index>\d+)\]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex OrderPlace();
}
