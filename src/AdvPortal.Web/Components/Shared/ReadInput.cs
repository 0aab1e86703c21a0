using Microsoft.AspNetCore.Components;

namespace AdvPortal.Web.Components.Shared;

/// <summary>A field in which people type as they write, and which reads a value in it. What it cannot read it leaves as it stands, says so, and tells nobody: it is not the same as nothing.</summary>
public abstract class ReadInput<TValue> : ComponentBase, IDisposable where TValue : struct
{
    private TValue? _told;

    [Parameter]
    public TValue? Value { get; set; }

    [Parameter]
    public EventCallback<TValue?> ValueChanged { get; set; }

    /// <summary>Only where no Field stands around it.</summary>
    [Parameter]
    public string? Label { get; set; }

    [Parameter]
    public bool Invalid { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>The person has left the field: the moment to check it.</summary>
    [Parameter]
    public EventCallback Left { get; set; }

    /// <summary>Of the form around it.</summary>
    [CascadingParameter]
    public Entries? Entries { get; set; }

    protected string? Typed { get; private set; }

    protected bool IsUnreadable { get; private set; }

    public void Dispose()
    {
        Entries?.Tell(this, isRead: true);
        GC.SuppressFinalize(this);
    }

    protected abstract bool TryRead(string text, out TValue value);

    protected abstract string Write(TValue value);

    protected override void OnParametersSet()
    {
        if (Typed is null || !Nullable.Equals(Value, _told))
        {
            Take(Value);
        }

        // What is not asked any more keeps nobody waiting.
        Entries?.Tell(this, Disabled || !IsUnreadable);
    }

    protected Task TypeAsync(ChangeEventArgs change)
    {
        var text = change.Value?.ToString()?.Trim() ?? "";

        if (text.Length == 0)
        {
            return TellAsync(null);
        }

        if (TryRead(text, out var value))
        {
            return TellAsync(value);
        }

        (Typed, IsUnreadable) = (text, true);
        Entries?.Tell(this, Disabled);

        return Task.CompletedTask;
    }

    protected Task TellAsync(TValue? value)
    {
        Take(value);
        Entries?.Tell(this, isRead: true);

        return ValueChanged.InvokeAsync(value);
    }

    private void Take(TValue? value) => (_told, Typed, IsUnreadable) = (value, value is { } known ? Write(known) : "", false);
}
