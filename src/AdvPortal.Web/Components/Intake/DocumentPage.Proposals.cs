using AdvPortal.Application.Common;
using AdvPortal.Application.Intake;
using AdvPortal.Domain.Members;
using AdvPortal.Exchange.Intake.Model;
using AdvPortal.Exchange.Intake.Originals;
using Microsoft.AspNetCore.Components;

namespace AdvPortal.Web.Components.Intake;

/// <summary>What a language model proposes where reading left something empty, and what a person took of it.</summary>
public sealed partial class DocumentPage
{
    // No value of a reading is called so.
    private const string Proposed = "proposed";

    private IReadOnlyList<Spot> _spots = [];

    [Inject]
    public required LanguageModel Model { get; init; }

    private bool MayPropose => Model.IsConfigured && _document is { Change: null, SetAsideBecause: null, Status: not "done" } && Shell.May(Permission.HandleOrders);

    private void Show(string value) => (_shown, _spots) = (value, _document!.Taken);

    // What is only proposed is marked as long as somebody looks at it.
    private void ShowProposed(ProposedValue value)
    {
        if (value.At is { } spot)
        {
            (_shown, _spots) = (Proposed, [.. _document!.Taken, spot with { Value = Proposed }]);
        }
    }

    private async Task TakenAsync(OrderDocumentView document)
    {
        (_document, _shown, _spots) = (document, null, document.Taken);

        // Other candidates are near now that more is known.
        await ChooseAsync(_client);
    }
}
