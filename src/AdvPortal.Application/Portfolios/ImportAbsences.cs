using System.Text.Json.Serialization;
using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Application.Portfolios;

/// <summary>Declares what a calendar file says of when a member will be away, period by period: what is refused holds no other up, and the same file again declares nothing twice.</summary>
/// <remarks>For programs: what the calendar does not count as taken is left to a person, who chooses (<see cref="ReadAbsenceCalendar"/>).</remarks>
[UseCase]
public sealed class ImportAbsences(UnitOfWork unitOfWork, ReadAbsenceCalendar read, DeclareAbsence declare, TenantClock clock, CurrentMember member, CurrentRequest request)
{
    public async Task<Result<Imported>> ExecuteAsync(MemberId away, ReadOnlyMemory<byte> bytes, AbsenceKind kind, CancellationToken ct = default)
    {
        // The answer is that of the whole file: the first period does not take the key for itself.
        var repeated = new RepeatedWork(request.TakeKey(), unitOfWork, member, clock);
        var found = await read.ExecuteAsync(away, bytes, ct);

        if (!found.IsOk)
        {
            return found.Refusal;
        }

        if (await repeated.ClaimAsync<Result<Imported>>(ct) is { } answered)
        {
            return answered;
        }

        List<Row> rows = [];

        foreach (var row in found.Value.Rows)
        {
            rows.Add(await DeclareAsync(away, row, kind, ct));
            await repeated.RenewAsync(ct);
        }

        return await repeated.AnswerAsync<Result<Imported>>(Imported.Of(rows, found.Value.Unread));
    }

    private async Task<Row> DeclareAsync(MemberId away, ReadAbsenceCalendar.Row row, AbsenceKind kind, CancellationToken ct)
    {
        var days = row.Days;

        if (row.IsDeclared || !row.IsBusy)
        {
            return Row.Of(row, row.IsDeclared ? AbsenceOutcome.Known : AbsenceOutcome.Free);
        }

        var declared = await declare.ExecuteAsync(new() { MemberId = away.Value, From = days.From, Until = days.Until, FromHalf = days.FromHalf, UntilHalf = days.UntilHalf, Kind = kind }, ct);

        return declared.IsOk ? Row.Of(row, AbsenceOutcome.Declared) with { AbsenceId = declared.Value.Id }
            : Row.Of(row, AbsenceOutcome.Refused) with { Refusal = declared.Refusal.GetType().Name, Detail = declared.Refusal.Message };
    }

    /// <param name="Free">Periods that the calendar shows without counting their time as taken: nothing is declared of those.</param>
    /// <param name="Unread">How many events of the file could not be understood.</param>
    /// <param name="Rows">In the order of time.</param>
    public sealed record Imported(int Declared, int Known, int Free, int Refused, int Unread, IReadOnlyList<Row> Rows)
    {
        internal static Imported Of(IReadOnlyList<Row> rows, int unread)
        {
            return new(Count(AbsenceOutcome.Declared), Count(AbsenceOutcome.Known), Count(AbsenceOutcome.Free), Count(AbsenceOutcome.Refused), unread, rows);

            int Count(AbsenceOutcome outcome) => rows.Count(row => row.Outcome == outcome);
        }
    }

    /// <param name="FromHalf">Afternoon when the first morning is worked.</param>
    /// <param name="UntilHalf">Morning when the last afternoon is worked.</param>
    /// <param name="Title">As the calendar calls it.</param>
    /// <param name="AbsenceId">Of the one that was declared; null where none was.</param>
    /// <param name="Refusal">The name of the refusal, for programs; null unless it was refused.</param>
    /// <param name="Detail">In words.</param>
    public sealed record Row(AbsenceOutcome Outcome, DateOnly From, DateOnly Until, DayHalf? FromHalf, DayHalf? UntilHalf, string? Title, AbsenceId? AbsenceId, string? Refusal, Message? Detail)
    {
        internal static Row Of(ReadAbsenceCalendar.Row row, AbsenceOutcome outcome) =>
            new(outcome, row.Days.From, row.Days.Until, row.Days.FromHalf, row.Days.UntilHalf, row.Title, null, null, null);
    }
}

/// <summary>What became of one period of a calendar.</summary>
[JsonConverter(typeof(CamelCaseEnum<AbsenceOutcome>))]
public enum AbsenceOutcome { Declared, Known, Free, Refused }
