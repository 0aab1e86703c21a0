using Microsoft.AspNetCore.Components;

namespace AdvPortal.Web.Components.Shared;

/// <summary>What app.js makes of J, K, Enter and Space for the list in view, wherever the focus is (letters do nothing in fields).</summary>
public sealed class ListKeyEventArgs : EventArgs
{
    /// <summary>"next", "previous", "open", "select" or "all".</summary>
    public string Move { get; set; } = "";

    /// <summary>Shift was held.</summary>
    public bool Extend { get; set; }
}

/// <summary>Makes the events of app.js known to the compiler; it must bear this name.</summary>
[EventHandler("onlistkey", typeof(ListKeyEventArgs))]
[EventHandler("ontyped", typeof(EventArgs))]
public static class EventHandlers;
