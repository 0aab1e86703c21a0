using AdvPortal.Domain.Contracts;
using AdvPortal.Web.Components.Contracts;
using AdvPortal.Web.Components.Shared;
using AdvPortal.Web.Tests.Shared;
using Bunit;

namespace AdvPortal.Web.Tests.Contracts;

public sealed class HandoffPartTests : ShellContext
{
    /// <summary>On a slow line, a second field is left while the page is still as it was before the first.</summary>
    [Fact]
    public async Task What_was_typed_into_one_field_survives_the_next_one_of_a_page_not_yet_drawn_again()
    {
        var content = new HandoffContent { Prices = [new()] };
        var part = Render<PricesPart>(it => it.Add(each => each.Content, content).Add(each => each.ContentChanged, changed => content = changed));
        var untilOfThePageAsItWas = part.FindComponent<DateInput>().Instance.ValueChanged;

        await part.Find("input.code").ChangeAsync("VH-M8-30-ZN");
        part.Render(it => it.Add(each => each.Content, content));
        await part.InvokeAsync(() => untilOfThePageAsItWas.InvokeAsync(new(2027, 12, 31)));

        Assert.Equal(new HandoffPrice("VH-M8-30-ZN", ValidUntil: new(2027, 12, 31)), Assert.Single(content.Prices));
    }
}
