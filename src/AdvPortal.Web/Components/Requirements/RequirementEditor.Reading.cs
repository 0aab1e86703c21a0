using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Requirements;
using Microsoft.AspNetCore.Components;

namespace AdvPortal.Web.Components.Requirements;

/// <summary>From the client's words to the fields: the portal proposes, a person takes.</summary>
public partial class RequirementEditor : IDisposable
{
    private InterpretationView? _reading;
    private InterpretationView.Proposed? _taken;
    private CancellationTokenSource? _turn;
    private bool _isReading;
    private bool _isAsking;

    [Inject]
    public required InterpretSentence Interpret { get; init; }

    /// <summary>Only what nobody has filled in by hand is filled in without being asked.</summary>
    private bool IsUntouched => Requirement is null && (_it.Rule.Equals(_taken?.Rule) || _it.Rule.Equals(RuleKinds.Of(_it.Rule).Empty()));

    private Task ReadSentenceAsync() => ReadAsync(_it.Sentence);

    /// <summary>With another client, the same words name other sites.</summary>
    private Task ReadAgainAsync() => _isReading ? ReadAsync(_it.Sentence) : _reading is { } before ? ReadAsync(before.Text) : Task.CompletedTask;

    private async Task ReadAsync(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            NextTurn();
            (_reading, _taken, _isReading) = (null, null, false);
            return;
        }

        var ct = NextTurn();
        var form = new InterpretSentence.Form { Text = text, ClientId = _client?.Id, Context = new(null, null, _it.On), GrammarOnly = true };

        try
        {
            _isReading = true;
            StateHasChanged();
            await ReadAsync(form, ct);

            if (_reading is { CanAskModel: true })
            {
                form.GrammarOnly = false;
                _isAsking = true;
                StateHasChanged();
                await AskModelAsync(form, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Other words are read by now.
        }
    }

    private async Task ReadAsync(InterpretSentence.Form form, CancellationToken ct)
    {
        var read = await Interpret.ExecuteAsync(form, ct);
        ct.ThrowIfCancellationRequested();
        (_reading, _refusal, _isReading) = (read.Value, read.Refusal, false);

        // What a language model proposes fills in nothing: a person takes it.
        if (_reading is { Proposals: [var first, ..] } && IsUntouched)
        {
            await TakeAsync(first);
        }
        else
        {
            _taken = null;
        }
    }

    private async Task AskModelAsync(InterpretSentence.Form form, CancellationToken ct)
    {
        var more = await Interpret.ExecuteAsync(form, ct);
        ct.ThrowIfCancellationRequested();
        _isAsking = false;

        if (more.IsOk && _reading is not null)
        {
            _reading = _reading with { Proposals = [.. _reading.Proposals, .. more.Value.Proposals.Where(it => it.Origin is ProposalOrigin.Model)], Unresolved = more.Value.Unresolved, Silence = more.Value.Silence };
        }
    }

    private CancellationToken NextTurn()
    {
        Dispose();
        (_turn, _isAsking) = (new(), false);

        return _turn.Token;
    }

    public void Dispose()
    {
        _turn?.Cancel();
        _turn?.Dispose();
        _turn = null;
        GC.SuppressFinalize(this);
    }

    private async Task TakeAsync(InterpretationView.Proposed proposal)
    {
        // Of a whole letter, a requirement keeps the sentence that states it.
        if (_reading!.Proposals.Count > 1 || _reading.Text.Length > RequirementRevision.SentenceMaxLength)
        {
            _it.Sentence = proposal.Sentence;
        }

        _it.Rule = proposal.Rule;
        NoteOrigin(proposal.Origin);

        if (Requirement is null)
        {
            TakeAround(proposal);
        }
        else
        {
            (_it.From, _it.Until) = (proposal.ValidFrom ?? _it.From, proposal.ValidUntil ?? _it.Until);
        }

        _taken = proposal;
        await TryAsync();
    }

    /// <summary>Beside who said it stands who understood it so, where that was no person and no grammar.</summary>
    private void NoteOrigin(ProposalOrigin origin)
    {
        var note = Text["Reading.ModelNote"].Value;

        if (origin is ProposalOrigin.Model ? string.IsNullOrEmpty(_it.Note) : _it.Note == note)
        {
            _it.Note = origin is ProposalOrigin.Model ? note : null;
        }
    }

    /// <summary>What stands as the last reading, or nobody, left it is filled in; what was set by hand stays.</summary>
    private void TakeAround(InterpretationView.Proposed proposal)
    {
        if (_it.Severity == (_taken?.Rule.UsualSeverity ?? new EditedRequirement().Severity))
        {
            _it.Severity = proposal.Rule.UsualSeverity;
        }

        if (_it.Site is null or "" || _it.Site == _taken?.SiteId?.Value.ToString())
        {
            _it.Site = proposal.SiteId?.Value.ToString();
        }

        if (_it.From == (_taken?.ValidFrom ?? Clock.Today))
        {
            _it.From = proposal.ValidFrom ?? Clock.Today;
        }

        if (_it.Until == _taken?.ValidUntil)
        {
            _it.Until = proposal.ValidUntil;
        }
    }

    /// <summary>Goes on with what else the same words ask for; false when that was all.</summary>
    private async Task<bool> TakeNextAsync()
    {
        if (Requirement is not null || _reading is null || _taken is null || _reading.Proposals.FirstOrDefault(other => other != _taken && other.Origin is ProposalOrigin.Grammar) is not { } next)
        {
            return false;
        }

        _reading = _reading with { Proposals = [.. _reading.Proposals.Where(other => other != _taken)] };
        (_it.Family, _it.ReviewOn) = (null, null);
        await TakeAsync(next);
        _it.Sentence = _taken.Sentence;

        return true;
    }
}
