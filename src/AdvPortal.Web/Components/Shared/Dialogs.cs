using MudBlazor;

namespace AdvPortal.Web.Components.Shared;

/// <summary>Asks a person and awaits the answer.</summary>
public static class Dialogs
{
    /// <summary>True when the person chose <paramref name="verb"/>. Only for what cannot be undone; everything else is done, and undone in the snackbar.</summary>
    public static async Task<bool> ConfirmAsync(this IDialogService dialogs, string question, string detail, string verb, string keep, bool destructive = false)
    {
        var dialog = await dialogs.ShowAsync<ConfirmDialog>(null, new DialogParameters<ConfirmDialog>
        {
            { it => it.Question, question },
            { it => it.Detail, detail },
            { it => it.Verb, verb },
            { it => it.Keep, keep },
            { it => it.Destructive, destructive },
        });

        return await dialog.Result is { Canceled: false };
    }

    /// <summary>The motive, or null when the person kept things as they were.</summary>
    public static async Task<Reasoned?> AskReasonAsync(
        this IDialogService dialogs, string question, string? detail, string verb, string keep, IReadOnlyList<string>? reasons = null, bool askWhoAgreed = false)
    {
        var dialog = await dialogs.ShowAsync<ReasonDialog>(null, new DialogParameters<ReasonDialog>
        {
            { it => it.Question, question },
            { it => it.Detail, detail },
            { it => it.Verb, verb },
            { it => it.Keep, keep },
            { it => it.Reasons, reasons ?? [] },
            { it => it.AskWhoAgreed, askWhoAgreed },
        });

        return await dialog.Result is { Canceled: false, Data: Reasoned reasoned } ? reasoned : null;
    }
}
