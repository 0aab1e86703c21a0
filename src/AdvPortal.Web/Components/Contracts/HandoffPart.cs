using AdvPortal.Domain.Contracts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Contracts;

/// <summary>One step of the handoff: shows its part of the content, and hands the whole back changed.</summary>
public abstract class HandoffPart : ComponentBase
{
    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Parameter, EditorRequired]
    public required HandoffContent Content { get; set; }

    [Parameter]
    public EventCallback<HandoffContent> ContentChanged { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    protected Task SetAsync(HandoffContent content) => ContentChanged.InvokeAsync(content);

    protected static string? Words(ChangeEventArgs typed) => (typed.Value as string)?.Trim() is { Length: > 0 } words ? words : null;

    /// <summary>Of a row as it stands now, never as it was drawn: on a slow line, two fields are left before the page is drawn again.</summary>
    protected static IReadOnlyList<T> Changed<T>(IReadOnlyList<T> all, int at, Func<T, T> change) => [.. all.Select((row, index) => index == at ? change(row) : row)];

    protected static IReadOnlyList<T> Without<T>(IReadOnlyList<T> all, int at) => [.. all.Where((_, index) => index != at)];
}
