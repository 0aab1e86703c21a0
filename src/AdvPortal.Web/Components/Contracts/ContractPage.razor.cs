using System.Globalization;
using AdvPortal.Application.Common;
using AdvPortal.Application.Contracts;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Members;
using AdvPortal.Exchange.Contracts;
using AdvPortal.Web.Components.Intake;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Contracts;

/// <summary>« Contrat signé »: its pages, and beside them its clauses, which become prices, requirements and promises with their source.</summary>
public partial class ContractPage
{
    private const int Megabyte = 1024 * 1024;

    private readonly Doing _doing = new();
    private HandoffView? _handoff;
    private ContractReading? _reading;
    private OriginalMarks? _marks;
    private AdvPortal.Domain.Common.HandoffFileId? _read;
    private bool _missing;
    private string? _open;
    private string? _shown;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ReadHandoff Read { get; init; }

    [Inject]
    public required ReadContract ReadPages { get; init; }

    [Inject]
    public required AttachContract Attach { get; init; }

    [Inject]
    public required ChangeHandoff Change { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    private bool MayChange => Shell.May(Permission.PrepareHandoffs) && _handoff!.Status is HandoffStatus.Draft or HandoffStatus.Questions or HandoffStatus.Returned;

    /// <summary>What was read, and after it what somebody copied by hand or marked in a file that was replaced: its words are not those of this one.</summary>
    private IReadOnlyList<ClauseRow.Line> Rows
    {
        get
        {
            var marked = _handoff!.Content.Clauses;
            var isRead = _reading is not (null or { Text: ContractText.Unreadable });
            var read = (_reading?.Clauses ?? []).Select((clause, at) => new ClauseRow.Line(
                new(clause.Number, clause.Words, clause.Page), clause.Title, marked.Any(known => known.Number == clause.Number && known.Words == clause.Words), string.Create(CultureInfo.InvariantCulture, $"clauses[{at}]"))).ToList();

            return
            [
                .. read,
                .. marked.Where(known => read.TrueForAll(row => row.Clause.Number != known.Number || row.Clause.Words != known.Words))
                    .Select(known => new ClauseRow.Line(known, null, IsMarked: true, Spot: null, IsOld: isRead && known.Page is not null)),
            ];
        }
    }

    // What the portal could not do, and what a person does instead.
    private string? Lack => _reading switch
    {
        { Text: ContractText.Picture } => "Contract.Picture",
        { Text: ContractText.Unreadable } => "Contract.Unreadable",
        { Clauses.Count: 0 } => "Contract.NoNumbers",
        _ => null,
    };

    protected override async Task OnParametersSetAsync()
    {
        if (_handoff?.Id.Value != Id)
        {
            var read = await Read.ExecuteAsync(new(Id));
            (_handoff, _missing, _reading, _open, _shown) = (read.Value, !read.IsOk, null, null, null);
        }
    }

    // The page first: a contract of many pages takes a second to read.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_handoff is not { Contract: { } file } || _read == file.Id)
        {
            return;
        }

        _read = file.Id;
        var reading = (await ReadPages.ExecuteAsync(_handoff.Id)).Value?.Contract ?? ContractReading.Failed;

        // Whoever has put another in its place meanwhile waits for that.
        if (_handoff?.Contract?.Id == file.Id)
        {
            (_reading, _marks) = (reading, OriginalMarks.All(reading.Original));
            StateHasChanged();
        }
    }

    private static string KeyOf(ClauseRow.Line row) => row.Spot ?? row.Clause.Number!;

    private void Toggle(ClauseRow.Line row) => (_open, _shown) = (_open == KeyOf(row) ? null : KeyOf(row), row.Spot ?? _shown);

    private async Task AttachAsync(IReadOnlyList<IBrowserFile> files)
    {
        if (files is not [var file])
        {
            return;
        }

        if (file.Size > AttachContract.MostBytes)
        {
            _doing.Refusal = new ContractTooLarge(AttachContract.MostBytes / Megabyte);

            return;
        }

        using var bytes = new MemoryStream();
        await using var stream = file.OpenReadStream(AttachContract.MostBytes);
        await stream.CopyToAsync(bytes);
        await _doing.DoAsync(() => Attach.ExecuteAsync(_handoff!.Id, bytes.ToArray(), file.Name, _handoff.Version), attached =>
        {
            (_handoff, _reading) = attached.IsOk ? (attached.Value, null) : (_handoff, _reading);

            return Task.CompletedTask;
        });
    }

    private async Task<bool> KeepAsync(ClauseRow.Change change)
    {
        var isKept = await _doing.DoAsync(() => Change.ExecuteAsync(_handoff!.Id, content => change.Of(content), _handoff.Version), async kept =>
        {
            // Somebody was quicker: the next attempt is made on what they left.
            _handoff = kept.Value ?? (kept.Refusal is ChangedMeanwhile ? (await Read.ExecuteAsync(_handoff!.Id)).Value : null) ?? _handoff;
        });

        if (isKept)
        {
            Notices.Say(Text[change.Said]);
        }

        return isKept;
    }
}
