namespace AdvPortal.Web.Components.Shared;

/// <summary>Tells the foot of the drawer how the drafts of this circuit stand. A form calls it around each save.</summary>
public sealed class DraftSignal
{
    private int _saving;

    public event EventHandler? Changed;

    public bool IsSaving => _saving > 0;

    /// <summary>The last save failed: what was typed is on the screen only.</summary>
    public bool HasFailed { get; private set; }

    public void Saving() => Set(+1, HasFailed);

    public void Saved() => Set(-1, failed: false);

    public void Failed() => Set(-1, failed: true);

    private void Set(int step, bool failed)
    {
        (_saving, HasFailed) = (int.Max(0, _saving + step), failed);
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
