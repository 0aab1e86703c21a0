using AdvPortal.Domain.Requirements;
using AdvPortal.Web.Components.Requirements;
using AdvPortal.Web.Tests.Shared;
using Bunit;

namespace AdvPortal.Web.Tests.Requirements;

public sealed class LabellingPartTests : ShellContext
{
    [Theory]
    [InlineData(Symbology.Qr, "Étiquette, QR code\u00A0: 4500187342;0A-VH-M8-30-ZN;500")]
    [InlineData(Symbology.DataMatrix, "Étiquette, DataMatrix\u00A0: 4500187342;0A-VH-M8-30-ZN;500")]
    [InlineData(Symbology.Gs1128, "Étiquette, GS1-128\u00A0: (00)330123450000000179")]
    public void A_label_is_shown_as_a_picture_with_a_name(Symbology symbology, string name)
    {
        var picture = Render(new Labelling { Symbology = symbology }).Find(".label-picture svg");

        Assert.Equal(("img", name), (picture.GetAttribute("role"), picture.GetAttribute("aria-label")));
        Assert.True(picture.QuerySelector("path")!.GetAttribute("d")!.Length > 1000);
    }

    [Theory]
    [InlineData(Symbology.Gs1128, "{buyerCode}/{quantity}", "Un GS1-128 ne dit que des éléments GS1")]
    [InlineData(Symbology.DataMatrix, "(37){buyerCode}", "(37)0A-VH-M8-30-ZN")]
    [InlineData(Symbology.Gs1128, "(400){orderReference}(241){buyerCode}", "trop large")]
    public void What_is_wrong_with_a_template_is_said_beside_it_and_nothing_is_drawn(Symbology symbology, string template, string words)
    {
        var part = Render(new Labelling { Symbology = symbology, Template = template });

        Assert.Contains(words, part.Find(".field.err:has(input.code) .error").TextContent, StringComparison.Ordinal);
        Assert.Empty(part.FindAll("svg[role=img]"));
    }

    [Fact]
    public void A_gap_that_is_no_field_is_pointed_out_and_the_label_is_drawn_all_the_same()
    {
        var part = Render(new Labelling { Symbology = Symbology.Qr, Template = "{buyerCode}/{lotNumber}" });

        Assert.Contains("{lotNumber}", part.Find(".field.err .error").TextContent, StringComparison.Ordinal);
        Assert.Single(part.FindAll("svg[role=img]"));
    }

    [Fact]
    public void Fields_that_do_not_fit_in_bars_are_refused_beside_them() =>
        Assert.Contains(
            "trop large",
            Render(new Labelling { Symbology = Symbology.Gs1128, Payload = [LabelField.OrderReference, LabelField.Quantity, LabelField.BuyerCode] }).Find(".field.err .error").TextContent,
            StringComparison.Ordinal);

    private IRenderedComponent<LabellingPart> Render(Labelling rule) => Render<LabellingPart>(it => it.Add(each => each.Rule, rule));
}
