using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Npgsql;

namespace AdvPortal.Persistence.Common;

/// <summary>
/// Questions that do not wait for one another's answers, asked in one visit to the database. EF writes every question and reads every
/// answer as ever; only the way there and back is shared.
/// </summary>
/// <remarks>
/// A whole and its parts are separate questions for tracked rows, which EF puts together: a split query is several visits, and a joined one
/// multiplies the parts of one kind by those of another.
/// </remarks>
public sealed class Visit(AdvDbContext db)
{
    private readonly List<(NpgsqlBatchCommand Question, Func<CancellationToken, Task> Read)> _questions = [];
    private NpgsqlBatchCommand? _lock;
    private bool _keepsPlans;

    /// <summary>
    /// From this visit to the end of the transaction things are looked up by their keys, or written: one plan serves every tenant, and the
    /// database need not make one each time. Not for lists and pages, whose best plan is another in each company.
    /// </summary>
    public void KeepPlans() => _keepsPlans = true;

    /// <summary>Before its questions the visit waits until no other transaction holds this name; it is held until this one ends.</summary>
    public void Lock(string name) => _lock = new("select pg_advisory_xact_lock(hashtextextended($1, 0))") { Parameters = { new NpgsqlParameter { Value = name } } };

    public Answer<T> Ask<T>(IQueryable<T> question)
    {
        var rows = ((IAsyncQueryProvider)question.Provider).ExecuteAsync<IAsyncEnumerable<T>>(question.Expression);
        var answer = new Answer<T>();
#pragma warning disable EF1001 // The public CreateDbCommand writes the same, and has EF translate the question a second time.
        using var command = ((IRelationalQueryingEnumerable)rows).CreateDbCommand();
#pragma warning restore EF1001
        _questions.Add((Write(command), async ct => answer.Rows = await rows.ToListAsync(ct)));

        return answer;
    }

    public Task GoAsync(CancellationToken ct) => GoAsync(first: [], ct);

    /// <param name="first">Statements that bring no answer and come before all questions.</param>
    /// <param name="ct">Stops asking.</param>
    internal async Task GoAsync(IEnumerable<string> first, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection());

        foreach (var statement in _keepsPlans ? [.. first, "set local plan_cache_mode = auto"] : first)
        {
            batch.BatchCommands.Add(new(statement));
        }

        if (_lock is not null)
        {
            batch.BatchCommands.Add(_lock);
        }

        _questions.ForEach(each => batch.BatchCommands.Add(each.Question));
        await using var answers = await batch.ExecuteReaderAsync(ct);

        if (_lock is not null)
        {
            await answers.NextResultAsync(ct);
        }

        try
        {
            db.Answers = answers;

            foreach (var (_, read) in _questions)
            {
                await read(ct);
                await answers.NextResultAsync(ct);
            }
        }
        finally
        {
            db.Answers = null;
        }
    }

    private static NpgsqlBatchCommand Write(DbCommand command)
    {
        var question = new NpgsqlBatchCommand(command.CommandText);

        foreach (NpgsqlParameter parameter in command.Parameters)
        {
            question.Parameters.Add(parameter.Clone());
        }

        return question;
    }
}

/// <summary>What a question will have brought back once the visit is over.</summary>
public sealed class Answer<T>
{
    private IReadOnlyList<T>? _rows;

    public IReadOnlyList<T> Rows
    {
        get => _rows ?? throw new InvalidOperationException("The visit has yet to go.");
        internal set => _rows = value;
    }

    /// <summary>The row of a question that has one, or none.</summary>
    public T? Only => Rows.SingleOrDefault();
}

/// <summary>Hands EF the answer that a visit already brought, instead of going for it; the reader stays open for the next question.</summary>
internal sealed class VisitInterceptor : DbCommandInterceptor
{
    public static readonly VisitInterceptor Instance = new();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        new(eventData.Context is AdvDbContext { Answers: { } brought } ? InterceptionResult<DbDataReader>.SuppressWithResult(brought) : result);

    public override ValueTask<InterceptionResult> DataReaderClosingAsync(DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result) =>
        new(IsShared(eventData) ? InterceptionResult.Suppress() : result);

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result) =>
        IsShared(eventData) ? InterceptionResult.Suppress() : result;

    private static bool IsShared(DataReaderEventData eventData) => eventData.Context is AdvDbContext { Answers: { } brought } && ReferenceEquals(brought, eventData.DataReader);
}
