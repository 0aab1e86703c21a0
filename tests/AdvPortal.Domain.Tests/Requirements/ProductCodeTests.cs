using AdvPortal.Domain.Requirements;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AdvPortal.Domain.Tests.Requirements;

public sealed class ProductCodeTests
{
    private static readonly Dictionary<string, string> _map = new() { ["VH-M8"] = "7731" };

    [Theory]
    [InlineData("VH-M8-30-ZN", "0A-VH-M8-30-ZN")]
    [InlineData("0A-VH", "0A-0A-VH")] // a code of ours that happens to begin alike is still ours
    public void The_prefix_goes_in_front_and_comes_off_again(string ours, string theirs)
    {
        var rule = new ProductCode { Prefix = "0A-" };

        Assert.Equal(theirs, rule.ToBuyer(ours));
        Assert.Equal(ours, rule.FromBuyer(theirs));
    }

    [Theory]
    [InlineData("123", "0000000123")]
    [InlineData("12345678901", "12345678901")] // already longer
    public void Padding_fills_up_to_the_length(string ours, string theirs) =>
        Assert.Equal(theirs, new ProductCode { Pad = new(10, '0') }.ToBuyer(ours));

    [Fact]
    public void The_length_counts_prefix_and_suffix()
    {
        var rule = new ProductCode { Prefix = "0A-", Suffix = "-FR", Pad = new(12, '0') };

        Assert.Equal("0A-000123-FR", rule.ToBuyer("123"));
        Assert.Equal("123", rule.FromBuyer("0A-000123-FR"));
    }

    [Fact]
    public void A_mapped_code_is_taken_as_it_is_both_ways()
    {
        var rule = new ProductCode { Prefix = "0A-", Map = _map };

        Assert.Equal("7731", rule.ToBuyer("VH-M8"));
        Assert.Equal("VH-M8", rule.FromBuyer("7731"));
        Assert.Equal("7731", rule.ToBuyer("VH-M8", "0A-VH-M8"));
        Assert.Null(rule.FromBuyer("0A-VH-M8")); // it would not lead back
    }

    [Theory]
    [InlineData("VH-M8")]
    [InlineData("0a-VH-M8")] // case is part of a code
    [InlineData("0A-")]
    [InlineData("")]
    public void A_code_that_does_not_follow_the_rule_is_none_of_ours(string theirs) =>
        Assert.Null(new ProductCode { Prefix = "0A-" }.FromBuyer(theirs));

    [Theory]
    [InlineData(null, "0A-VH-M8")]
    [InlineData("0A-VH-M8", "0A-VH-M8")] // never twice
    [InlineData("0A-7731", "0A-7731")]
    [InlineData("7731", "0A-7731")] // the client's own code, as the client wants it written
    public void A_code_already_known_is_left_alone_where_it_follows_the_rule(string? known, string shown) =>
        Assert.Equal(shown, new ProductCode { Prefix = "0A-" }.ToBuyer("VH-M8", known));

    [Theory]
    [InlineData("0A-123-FR", null, "0A-123-FR")]
    [InlineData("0A-FR", null, "0A-0A-FR-FR")] // where front and end overlap, nothing is in between
    [InlineData("0A--FR", null, "0A-0A--FR-FR")]
    [InlineData("0A-1-FR", null, "0A-1-FR")]
    [InlineData("0A-123", null, "0A-0A-123-FR")]
    [InlineData("123-FR", null, "0A-123-FR-FR")]
    [InlineData("0A-123-FR", 9, "0A-123-FR")]
    [InlineData("0A-123-FR", 10, "0A-0A-123-FR-FR")] // shorter than it is filled up to
    public void A_code_follows_the_rule_from_front_to_end(string known, int? length, string shown) =>
        Assert.Equal(shown, new ProductCode { Prefix = "0A-", Suffix = "-FR", Pad = length is { } least ? new(least, '0') : null }.ToBuyer("VH-M8", known));

    [Theory]
    [InlineData(Documents.None, Documents.Label, true)]
    [InlineData(Documents.DeliveryNote | Documents.Invoice, Documents.Invoice, true)]
    [InlineData(Documents.DeliveryNote | Documents.Invoice, Documents.Acknowledgement, false)]
    public void No_document_named_means_all_of_them(Documents named, Documents document, bool appears) =>
        Assert.Equal(appears, new ProductCode { Prefix = "0A-", Documents = named }.AppearsOn(document));

    [Property]
    public Property What_comes_from_the_client_goes_back_unchanged() =>
        Prop.ForAll(Rules.ToArbitrary(), Codes.ToArbitrary(), (rule, theirs) => rule.FromBuyer(theirs) is not { } ours || rule.ToBuyer(ours) == theirs);

    [Property]
    public Property Our_code_is_found_behind_theirs_unless_padding_hides_its_beginning() =>
        Prop.ForAll(Rules.ToArbitrary(), Codes.ToArbitrary(), (rule, ours) =>
        {
            var hidden = (rule.Pad is { } pad && ours.StartsWith(pad.Char)) || (rule.Map?.ContainsValue(rule.ToBuyer(ours)) ?? false);

            return hidden || rule.FromBuyer(rule.ToBuyer(ours)) == ours;
        });

    [Property]
    public Property A_shown_code_is_shown_the_same_again() =>
        Prop.ForAll(Rules.ToArbitrary(), Codes.ToArbitrary(), (rule, ours) => rule.ToBuyer(ours, rule.ToBuyer(ours, null)) == rule.ToBuyer(ours, null));

    // Few letters, so that codes, prefixes and padding meet.
    private static Gen<string> Codes => Gen.Elements("0", "A", "-").NonEmptyListOf().Select(letters => string.Concat(letters.Take(6)));

    private static Gen<string?> Affixes => Gen.Elements<string?>(null, "0A-", "0", "A");

    private static Gen<CodePad?> Pads => Gen.Elements<CodePad?>(null, new(6, '0'), new(8, 'A'));

    private static Gen<Dictionary<string, string>?> Maps =>
        Gen.Elements<Dictionary<string, string>?>(null, new() { ["A"] = "0A-A" }, new() { ["0A"] = "A0", ["A-"] = "0A" });

    private static Gen<ProductCode> Rules =>
        from prefix in Affixes
        from suffix in Affixes
        from pad in Pads
        from map in Maps
        select new ProductCode { Prefix = prefix, Suffix = suffix, Pad = pad, Map = map };
}

file static class Maps
{
    public static bool ContainsValue(this IReadOnlyDictionary<string, string> map, string value) => map.Values.Contains(value, StringComparer.Ordinal);
}
