using System.Globalization;
using System.Text.Json;
using AdvPortal.Web.Components.Orders;

namespace AdvPortal.Web.Tests.Orders;

public sealed class TypedLineTests
{
    private static readonly CultureInfo _french = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo _english = CultureInfo.GetCultureInfo("en-GB");
    private static readonly DateOnly _today = new(2026, 11, 23);

    [Theory]
    [InlineData("1 234,50", "fr-FR", "1234.50")]
    [InlineData("1\u00A0234,50", "fr-FR", "1234.50")]
    [InlineData("1\u202F234,50", "fr-FR", "1234.50")]
    [InlineData("1,234.50", "fr-FR", "1234.50")]
    [InlineData("1 234,50 €", "en-GB", "1234.50")]
    [InlineData("1,000", "fr-FR", "1")]
    [InlineData("1,000", "en-GB", "1000")]
    [InlineData("8.4", "fr-FR", "8.4")]
    public void A_number_is_read_as_whoever_wrote_it_meant_it(string typed, string culture, string meant) =>
        Assert.Equal(decimal.Parse(meant, CultureInfo.InvariantCulture), Read(CultureInfo.GetCultureInfo(culture), "", typed).Quantity);

    [Theory]
    [InlineData("27/11/2026")]
    [InlineData("2026-11-27")]
    [InlineData("27.11.26")]
    [InlineData("27/11")]
    [InlineData("ven. 27 nov. 2026")]
    [InlineData("27/11/2026 00:00:00")]
    public void A_day_is_read_as_people_type_it_and_spreadsheets_copy_it(string typed) =>
        Assert.Equal(new DateOnly(2026, 11, 27), Read(_french, "", "", "", "", "", typed).RequestedOn);

    [Fact]
    public void What_was_read_is_shown_as_the_portal_writes_it()
    {
        var line = Read(_french, " VH-M8 ", "1234.5", "PCE", "8.4", "100", "2026-11-27");

        Assert.Equal(["VH-M8", "1\u202F234,5", "PCE", "8,40", "100", "27/11/2026"], line.Write(_french));
        Assert.Equal(["VH-M8", "1,234.5", "PCE", "8.40", "100", "27/11/2026"], line.Write(_english));
    }

    [Fact]
    public void What_could_not_be_read_stays_word_for_word_and_takes_nothing_else_along()
    {
        var line = Read(_french, "VH-M8", "douze", "", "8,40", "", "31/02/2026");

        Assert.Equal(["VH-M8", "douze", "", "8,40", "", "31/02/2026"], line.Write(_french));
        Assert.Equal([LineCell.Quantity, LineCell.Date], line.Unread.Keys.Order());
        Assert.Equal((null, 8.40m, null), (line.Quantity, line.NetPrice, line.RequestedOn));
    }

    [Fact]
    public void A_draft_says_in_English_what_was_typed_in_French()
    {
        var draft = new TypedOrder { Lines = [Read(_french, "VH-M8", "1,000", "", "1,234", "x")] };
        var kept = JsonSerializer.Deserialize<TypedOrder>(JsonSerializer.Serialize(draft, DomainJson.Options), DomainJson.Options)!;

        Assert.Equal(["VH-M8", "1", "", "1.234", "x", ""], kept.Lines[0].Write(_english));
    }

    [Fact]
    public void Spaces_alone_are_nothing_and_a_novel_is_cut()
    {
        Assert.True(Read(_french, " ", "\u00A0", "").IsBlank());
        Assert.False(Read(_french, "", "douze").IsBlank());
        Assert.Equal(TypedLine.CellMaxLength, Read(_french, new string('x', 10_000)).Code!.Length);
    }

    private static TypedLine Read(CultureInfo culture, params string?[] cells)
    {
        var line = new TypedLine();
        line.Read(cells, culture, _today);

        return line;
    }
}
