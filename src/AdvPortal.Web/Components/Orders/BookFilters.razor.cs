using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Orders;

/// <summary>What the book is narrowed by, each as a chip that can be taken away, and what else it can be narrowed by.</summary>
public sealed partial class BookFilters
{
    private string? _typed;

    [Parameter, EditorRequired]
    public required BookAddress Address { get; set; }

    [Parameter, EditorRequired]
    public ReadOrderBook.Book? Book { get; set; }

    /// <summary>The columns that are shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<BookColumn> Shown { get; set; }

    [Parameter]
    public EventCallback<IReadOnlyList<BookColumn>> ColumnsChosen { get; set; }

    /// <summary>Stands at the right, before the columns.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    internal sealed record Narrowing(string Words, BookFilter Without);

    /// <summary>In the order in which they stand.</summary>
    internal static IEnumerable<Narrowing> Active(BookFilter filter, ReadOrderBook.Book book, IStringLocalizer<Texts> text)
    {
        if (filter.Text is { } words)
        {
            yield return new(text["Quoted", words], filter with { Text = null });
        }

        if (filter is { From: not null } or { Until: not null })
        {
            yield return new(Days(filter, book, text), filter with { From = null, Until = null });
        }

        if (filter.Mine)
        {
            yield return new(book.Covered.Count == 0 ? text["Book.Mine"] : text["Book.MineAndCovered", text.List([.. book.Covered.Select(absent => absent.Name.Split(' ')[0])])], filter with { Mine = false });
        }

        if (filter.Owner is { } owner)
        {
            yield return new(text["Book.OwnerIs", book.Members.FirstOrDefault(m => m.Id == owner)?.Name ?? "—"], filter with { Owner = null });
        }

        foreach (var status in filter.Statuses)
        {
            yield return new(text.Word(status), filter with { Statuses = [.. filter.Statuses.Where(each => each != status)] });
        }

        if (filter.Client is { } client)
        {
            yield return new(book.Rows.FirstOrDefault(row => row.ClientId == client)?.ClientName ?? text["Book.OneClient"], filter with { Client = null, Site = null });
        }

        if (filter.Site is not null)
        {
            yield return new(book.Rows is [{ SiteName: { } site }, ..] ? site : text["Book.OneSite"], filter with { Site = null });
        }

        if (filter.Requirement is { } kind)
        {
            yield return new(TextCatalog.Has($"Rule.{kind}") ? text[$"Rule.{kind}"] : kind, filter with { Requirement = null });
        }
    }

    protected override void OnParametersSet() => _typed = Address.Filter.Text;

    private static string Days(BookFilter filter, ReadOrderBook.Book book, IStringLocalizer<Texts> text) => filter switch
    {
        { From: { } from, Until: { } until } => text["Book.DueBetween", text.Word(from, book.Today), text.Word(until, book.Today)],
        { From: { } from } => text["Book.DueSince", text.Word(from, book.Today)],
        _ => text["Book.DueBy", text.Word(filter.Until, book.Today)],
    };

    private void Search() => Go(Address.Filter with { Text = string.IsNullOrWhiteSpace(_typed) ? null : _typed.Trim() });

    private void Toggle(OrderStatus status) =>
        Go(Address.Filter with { Statuses = [.. (Address.Filter.Statuses.Contains(status) ? Address.Filter.Statuses.Where(each => each != status) : Address.Filter.Statuses.Append(status)).Order()] });

    private void ChooseOwner(ChangeEventArgs change) => Go(Address.Filter with { Owner = Guid.TryParse(change.Value?.ToString(), out var id) ? new(id) : null });

    private Task ToggleAsync(BookColumn column) =>
        ColumnsChosen.InvokeAsync([.. Enum.GetValues<BookColumn>().Where(each => each == column ? !Shown.Contains(each) : Shown.Contains(each))]);

    private void Go(BookFilter filter) => Navigation.NavigateTo(Address.To(filter).ToString());
}
