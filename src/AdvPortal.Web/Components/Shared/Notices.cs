namespace AdvPortal.Web.Components.Shared;

/// <summary>What was just done, in the past tense, at the foot of the screen. Errors never come here: they stand where they happened.</summary>
public sealed class Notices
{
    /// <summary>How long a sending can be taken back; what is sent really leaves when it ends.</summary>
    public static readonly TimeSpan UndoWindow = TimeSpan.FromSeconds(8);

    public event EventHandler? Changed;

    public Notice? Current { get; private set; }

    public void Say(string text) => Show(new(text, UndoWindow, null));

    /// <summary>Offers « Annuler (8 s) ». A newer notice replaces this one; what it announced then stands.</summary>
    public void SayUndoable(string text, Func<Task> undoAsync, TimeSpan? window = null) => Show(new(text, window ?? UndoWindow, undoAsync));

    public void Clear() => Show(null);

    private void Show(Notice? notice)
    {
        Current = notice;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}

public sealed record Notice(string Text, TimeSpan Window, Func<Task>? UndoAsync);
