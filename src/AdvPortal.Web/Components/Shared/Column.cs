using Microsoft.AspNetCore.Components;

namespace AdvPortal.Web.Components.Shared;

/// <summary>Where a cell goes when the table becomes cards on a phone.</summary>
public enum PhoneSlot { Hidden, Title, Detail, End, EndDetail }

/// <summary>One column of a <see cref="DataTable{TRow}"/>; draws nothing itself.</summary>
public sealed class Column<TRow> : ComponentBase, IDisposable
{
    [CascadingParameter]
    public required DataTable<TRow> Table { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The cell.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment<TRow> ChildContent { get; set; }

    /// <summary>The key under which the list can be sorted; none, and the head is plain words.</summary>
    [Parameter]
    public string? Sort { get; set; }

    /// <summary>Right-aligned, figures of one width.</summary>
    [Parameter]
    public bool Number { get; set; }

    /// <summary>Goes away below 960 pixels.</summary>
    [Parameter]
    public bool Wide { get; set; }

    [Parameter]
    public PhoneSlot Phone { get; set; }

    [Parameter]
    public string? Class { get; set; }

    /// <summary>The heading is for screen readers only.</summary>
    [Parameter]
    public bool HideTitle { get; set; }

    internal string Css => _css ??= string.Join(' ', new[]
    {
        Number ? "num" : null,
        Wide ? "wide" : null,
        Phone switch { PhoneSlot.Title => "ph-title", PhoneSlot.Detail => "ph-sub", PhoneSlot.End => "ph-end", PhoneSlot.EndDetail => "ph-end2", _ => null },
        Class,
    }.Where(name => name is not null));

    private string? _css;

    public void Dispose() => Table.Remove(this);

    protected override void OnInitialized() => Table.Add(this);

    protected override void OnParametersSet() => _css = null;
}
