namespace AdvPortal.Exchange.Intake;

/// <summary>How much of a file is looked at, so that a hostile one costs a bounded amount of time and memory.</summary>
public static class ReadingLimits
{
    /// <summary>The largest order seen in the trade (10 000 lines of EDIFACT) is about 2 MB; ten times that is no order.</summary>
    public const int DocumentBytes = 20 * 1024 * 1024;

    /// <summary>Enough to recognise a file; e-mails may start with a long trail of <c>Received:</c> lines.</summary>
    public const int RecognitionBytes = 16 * 1024;

    /// <summary>Retailers split at 999 or 9 999 lines; beyond this, the file is no order.</summary>
    public const int LinesPerOrder = 50_000;

    /// <summary>Orders in one interchange or table; a day's call-offs of a large retailer stay below.</summary>
    public const int Orders = 20_000;

    /// <summary>Of each kind of problem this many are told one by one, the rest is counted: nobody reads more.</summary>
    public const int ProblemsOfAKind = 50;

    /// <summary>Elements inside elements: UBL stays below 15.</summary>
    public const int XmlDepth = 64;

    /// <summary>Characters of one text (a free note, a description); the standards allow 512 to 4 000.</summary>
    public const int TextLength = 10_000;
}
