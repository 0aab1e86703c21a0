namespace AdvPortal.Exchange.Intake.Drafts;

/// <summary>Collects what a reader stumbles over; a thousand problems of one kind are told as fifty and a count.</summary>
internal sealed class ProblemLog
{
    private readonly List<Problem> _problems = [];
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>What the problems allow, when there is at least one order.</summary>
    public ReadingVerdict Verdict { get; private set; } = ReadingVerdict.Import;

    public void Info(string code, Message? where, params object[] parts) => Add(ProblemSeverity.Info, code, where, parts);

    public void Warning(string code, Message? where, params object[] parts) => Add(ProblemSeverity.Warning, code, where, parts);

    public void Error(string code, Message? where, params object[] parts) => Add(ProblemSeverity.Error, code, where, parts);

    public void Add(ProblemSeverity severity, string code, Message? where, params object[] parts)
    {
        var verdict = severity switch
        {
            ProblemSeverity.Error => ReadingVerdict.NeedsReview,
            ProblemSeverity.Warning => ReadingVerdict.ImportWithWarnings,
            _ => ReadingVerdict.Import,
        };
        Verdict = verdict > Verdict ? verdict : Verdict;
        var count = _counts[code] = _counts.GetValueOrDefault(code) + 1;
        if (count <= ReadingLimits.ProblemsOfAKind)
        {
            _problems.Add(new(severity, code, new(code, parts), where));
        }
    }

    public DocumentReading Reading(DocumentFormat format, IReadOnlyList<PurchaseOrder> orders) =>
        new(format, orders.Count == 0 ? ReadingVerdict.NotAnOrder : Verdict, Problems(), orders);

    public DocumentReading Change(DocumentFormat format, ChangeKind kind, string? refersTo, PurchaseOrder document) =>
        new(format, ReadingVerdict.NeedsReview, Problems(), [], refersTo, new(kind, document));

    public IReadOnlyList<Problem> Problems() =>
    [
        .. _problems,
        .. _counts
            .Where(kind => kind.Value > ReadingLimits.ProblemsOfAKind)
            .Select(kind => new Problem(
                _problems.First(problem => problem.Code == kind.Key).Severity,
                kind.Key,
                new("more-of-a-kind", Place.Text(kind.Value - ReadingLimits.ProblemsOfAKind)))),
    ];
}
