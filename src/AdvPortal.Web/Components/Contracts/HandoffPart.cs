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

    protected static IReadOnlyList<T> Replace<T>(IReadOnlyList<T> all, int at, T item) => [.. all.Select((before, index) => index == at ? item : before)];

    protected static IReadOnlyList<T> Without<T>(IReadOnlyList<T> all, int at) => [.. all.Where((_, index) => index != at)];
}
