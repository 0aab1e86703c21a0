using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Requirements;
using Microsoft.AspNetCore.Components;

namespace AdvPortal.Web.Components.Requirements;

/// <summary>From the client's words to the fields: the portal proposes, a person takes.</summary>
public partial class RequirementEditor
{
    private InterpretationView? _reading;
    private InterpretationView.Proposed? _taken;

    [Inject]
    public required InterpretSentence Interpret { get; init; }

    /// <summary>Only what nobody has filled in by hand is filled in without being asked.</summary>
    private bool IsUntouched => Requirement is null && (_it.Rule.Equals(_taken?.Rule) || _it.Rule.Equals(RuleKinds.Of(_it.Rule).Empty()));

    private Task ReadSentenceAsync() => ReadAsync(_it.Sentence);

    /// <summary>With another client, the same words name other sites.</summary>
    private Task ReadAgainAsync() => _reading is { } before ? ReadAsync(before.Text) : Task.CompletedTask;

    private async Task ReadAsync(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            (_reading, _taken) = (null, null);
            return;
        }

        var read = await Interpret.ExecuteAsync(new() { Text = text, ClientId = _client?.Id, Context = new(null, null, _it.On) });
        (_reading, _refusal) = (read.Value, read.Refusal);

        if (_reading is { Proposals: [var first, ..] } && IsUntouched)
        {
            await TakeAsync(first);
        }
        else
        {
            _taken = null;
        }
    }

    private async Task TakeAsync(InterpretationView.Proposed proposal)
    {
        // Of a whole letter, a requirement keeps the sentence that states it.
        if (_reading!.Proposals.Count > 1 || _reading.Text.Length > RequirementRevision.SentenceMaxLength)
        {
            _it.Sentence = proposal.Sentence;
        }

        _it.Rule = proposal.Rule;

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
        if (Requirement is not null || _reading is null || _taken is null || _reading.Proposals.Count < 2)
        {
            return false;
        }

        _reading = _reading with { Proposals = [.. _reading.Proposals.Where(other => other != _taken)] };
        (_it.Family, _it.ReviewOn) = (null, null);
        await TakeAsync(_reading.Proposals[0]);
        _it.Sentence = _taken.Sentence;

        return true;
    }
}
