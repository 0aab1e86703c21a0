namespace AdvPortal.Domain.Tenders;

/// <summary>The way to an offer: contributors are asked, questions are noted, prices are found.</summary>
public sealed partial class Tender
{
    public const int MostTasks = 100;
    public const int MostQuestions = 200;

    /// <summary>Writes down what we offer; all of it, or nothing is.</summary>
    public Result Price(IReadOnlyList<PricedLine> priced) => Do(TenderAct.Price, () =>
    {
        foreach (var each in priced)
        {
            if (_lines.Find(line => line.Id == each.LineId) is not { } line)
            {
                return new NoSuchTenderLine($"{each.LineId}");
            }

            if (each.Prices.CountBy(tier => tier.FromQuantity).FirstOrDefault(tier => tier.Value > 1) is { Value: > 1 } twice)
            {
                return new TierTwice(line.LineNo, twice.Key);
            }

            if (!TenderLine.Fits(line.Quantities, each.Prices, each.PriceBaseQuantity))
            {
                return new Orders.LineOutOfRange(line.LineNo);
            }
        }

        foreach (var each in priced)
        {
            _lines.Find(line => line.Id == each.LineId)!.Offer(each);
        }

        return null;
    });

    public Result Plan(AskedTask asked) => Do(TenderAct.Plan, () =>
    {
        if (_tasks.Count >= MostTasks)
        {
            return new Complaints.TooManyEntries(MostTasks);
        }

        _tasks.Add(new(asked, _tasks.Count == 0 ? 0 : _tasks.Max(task => task.Position) + 1));

        return null;
    });

    /// <summary>A contributor is asked no more.</summary>
    public Result Drop(Guid task) => Do(TenderAct.Plan, () => _tasks.RemoveAll(each => each.Id == task) == 0 ? new NoSuchTenderTask() : null);

    /// <param name="task">Which.</param>
    /// <param name="answer">Null takes it back.</param>
    /// <param name="now">When.</param>
    /// <param name="by">Null for a program.</param>
    /// <param name="seen">Null takes the place of whatever stands there.</param>
    public Result Contribute(Guid task, string? answer, DateTimeOffset now, MemberId? by = null, SeenAnswer? seen = null) => Do(TenderAct.Contribute, () =>
    {
        if (_tasks.Find(each => each.Id == task) is not { } asked)
        {
            return new NoSuchTenderTask();
        }

        if (seen is not null && seen.Text != asked.Answer)
        {
            return new AnsweredMeanwhile();
        }

        asked.Do(Said(answer), now, by);

        return null;
    });

    /// <summary>Notes a question. The client's is never refused: one that comes too late is said to be.</summary>
    /// <param name="voice">Whose it is.</param>
    /// <param name="text">Word for word.</param>
    /// <param name="askedOn">In the company's time zone.</param>
    /// <param name="dayOf">In which zone the last day for questions is counted.</param>
    public Result Ask(TenderVoice voice, string text, DateOnly askedOn, Func<DateTimeOffset, DateOnly> dayOf) => Do(TenderAct.Ask, () =>
    {
        var until = QuestionsDueAt is { } due ? dayOf(due) : (DateOnly?)null;
        var isLate = until is { } last && askedOn > last;

        if (isLate && voice is TenderVoice.Us)
        {
            return new QuestionsAreClosed(until!.Value);
        }

        if (_questions.Count >= MostQuestions)
        {
            return new Complaints.TooManyEntries(MostQuestions);
        }

        _questions.Add(new(voice, text, askedOn, isLate, _questions.Count == 0 ? 0 : _questions.Max(question => question.Position) + 1));

        return null;
    });

    /// <param name="question">Which.</param>
    /// <param name="answer">Null takes it back.</param>
    /// <param name="on">In the company's time zone.</param>
    /// <param name="seen">Null takes the place of whatever stands there.</param>
    public Result Settle(Guid question, string? answer, DateOnly on, SeenAnswer? seen = null) => Do(TenderAct.Ask, () =>
    {
        if (_questions.Find(each => each.Id == question) is not { } asked)
        {
            return new NoSuchTenderQuestion();
        }

        if (seen is not null && seen.Text != asked.Answer)
        {
            return new AnsweredMeanwhile();
        }

        asked.Settle(Said(answer), on);

        return null;
    });
}
