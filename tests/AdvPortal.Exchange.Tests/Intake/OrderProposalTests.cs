using System.Text;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Model;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Exchange.Tests.Intake;

/// <summary>What is said of a document is believed as far as it stands in it, and fills in nothing but what reading left empty.</summary>
public sealed class OrderProposalTests
{
    private const string Words = """
        Bonjour Claire,

        suite à notre appel du 20/11/2026, voici notre besoin, numéro BC-2026/118-A.
        De quoi refaire le stock en VH-M8-30-ZN (vis à tête hexagonale),
        le compte y sera avec 5 500 pièces au tarif habituel de 8,40 €.
        Et puis des EH-M8, autant que la dernière fois.
        Le tout serait attendu le jeudi 26 novembre à notre entrepôt de Chartres.
        """;

    [Fact]
    public void What_stands_in_the_words_is_read_there_as_the_readers_do_and_keeps_its_place()
    {
        var (original, found) = Propose(Words, new()
        {
            Reference = "BC-2026/118-A",
            RequestedDate = "JEUDI 26 NOVEMBRE",
            Site = "Entrepot de Chartres",
            Lines = [new() { Words = "VH-M8-30-ZN (vis à tête hexagonale), le compte y sera avec 5 500 pièces au tarif habituel de 8,40 €", Code = "VH-M8-30-ZN", Description = "vis à tête hexagonale", Quantity = "5 500", Unit = "pièces", NetPrice = "8,40" }],
        });

        Assert.Equal(["orderNumber", "requestedDelivery", "shipTo.name", "buyerCode description quantity unit netPrice"], found.Select(each => string.Join(' ', each.Values.Select(value => value.Field))));
        Assert.Equal(new RequestedDelivery(new DateOnly(2026, 11, 26)), found[1].Values[0].Wanted);
        Assert.Equal("entrepôt de Chartres", found[2].Values[0].Text);
        Assert.Equal((5500m, 8.40m), (found[3].Values[2].Number!.Value, found[3].Values[4].Number!.Value));
        Assert.All(found.SelectMany(each => each.Values), value => Assert.Equal(value.Words, WordsAt(original, value.At!)));
    }

    [Theory]
    [InlineData("BC-2026/119-A")] // nobody wrote it
    [InlineData("BC-2026/118")] // half of it
    [InlineData("2026/118-A")]
    [InlineData("-")]
    [InlineData("BC-2026/118-A et la suite")]
    public void A_reference_that_does_not_stand_there_as_a_whole_is_dropped(string reference) => Assert.Empty(Propose(Words, new() { Reference = reference }).Found);

    [Theory]
    [InlineData("26/11/2026")] // computed
    [InlineData("26 nov")] // half a word
    [InlineData("la dernière fois")]
    [InlineData("20/11/2026, voici notre besoin, numéro BC-2026/118-A. Le tout serait attendu le jeudi 26 novembre")]
    public void A_date_that_is_not_one_certain_day_of_the_text_is_dropped(string date) => Assert.Empty(Propose(Words, new() { RequestedDate = date }).Found);

    [Theory]
    [InlineData("5500", null)] // « 5 500 » is how it is written
    [InlineData("20", null)] // stands elsewhere, and as a part of a date
    [InlineData("5", null)] // half of a number
    [InlineData("500", null)]
    [InlineData("pièces", null)]
    [InlineData("5 500", 5500)]
    public void A_quantity_is_a_number_that_stands_in_the_words_of_its_line(string quantity, int? read)
    {
        var line = Assert.Single(Propose(Words, new() { Lines = [new() { Words = "VH-M8-30-ZN (vis à tête hexagonale), le compte y sera avec 5 500 pièces au tarif habituel de 8,40 €", Code = "VH-M8-30-ZN", Quantity = quantity }] }).Found);

        Assert.Equal(read, (int?)line.Values.SingleOrDefault(value => value.Field == "quantity")?.Number);
    }

    [Theory]
    [InlineData("8,40 € pour le 12/11/2026", 8.40)]
    [InlineData("8,40 € pièce", 8.40)]
    [InlineData("8,40 € le cent", null)]
    [InlineData("8,40 €/100", null)]
    [InlineData("8,40 € les 100", null)]
    [InlineData("8,40 per thousand", null)]
    [InlineData("8,40 % de moins", null)]
    public void A_price_for_many_is_none_for_one(string price, double? read)
    {
        var words = $"VH-M8-30-ZN (vis à tête hexagonale), le compte y sera avec 5 500 pièces au tarif habituel de {price}";
        var line = Assert.Single(Propose(Words.Replace("8,40 €", price, StringComparison.Ordinal), new() { Lines = [new() { Words = words, Code = "VH-M8-30-ZN", NetPrice = "8,40" }] }).Found);

        Assert.Equal((decimal?)read, line.Values.SingleOrDefault(value => value.Field == "netPrice")?.Number);
    }

    [Fact]
    public void Lines_of_invented_words_or_of_nothing_but_a_number_are_dropped_and_the_same_words_are_no_two_lines()
    {
        var found = Propose(Words, new()
        {
            Lines =
            [
                new() { Words = "VH-M10-60 : 100 pièces", Code = "VH-M10-60", Quantity = "100" },
                new() { Words = "y sera avec 5 500 pièces", Quantity = "5 500" },
                new() { Words = "des EH-M8, autant que la dernière fois", Code = "EH-M8" },
                new() { Words = "des EH-M8, autant que la dernière fois", Code = "EH-M8" },
            ],
        }).Found;

        Assert.Equal("EH-M8", Assert.Single(Assert.Single(found).Values).Text);
    }

    [Fact]
    public void What_was_read_stays_and_words_that_a_line_was_read_from_complete_that_line_only()
    {
        const string Order = "Bonjour,\n\nCommande BC-77, merci de livrer :\n- 50 x VH-M8-30-ZN vis zinguées\n- EH-M8-ZN écrous zingués 200 pièces environ\n";
        var (bytes, reading) = Read(Order);
        var read = Assert.Single(reading.Orders);
        Assert.Equal("BC-77", read.OrderNumber);
        var found = Propose(bytes, reading, new()
        {
            Reference = "BC-77",
            Lines = [new() { Words = "50 x VH-M8-30-ZN vis zinguées", Code = "VH-M8-30-ZN", Quantity = "50", Description = "vis zinguées" }],
        }).Found;

        Assert.DoesNotContain(found, each => each.IsNewLine || each.Values.Any(value => value.Field is "orderNumber" or "quantity" or "buyerCode"));
    }

    [Theory]
    [InlineData(0, "quantity unit")] // read from these very words
    [InlineData(1, "")] // of a file that came with them, which they only repeat
    public void A_line_that_was_read_without_its_quantity_is_completed_where_it_stands_and_never_ordered_twice(int part, string fields)
    {
        var original = new DocumentOriginal(
            [new MessagePart(null, null, null, "Rappel", null, [new("Rappel : VH-1, vis, en 50 boîtes")], []), new TablePart("commande.csv", [new(1, ["VH-1"])], -1)],
            [new("orders[0].lines[0].buyerCode", part)]);
        var reading = new DocumentReading(DocumentFormat.Email, ReadingVerdict.NeedsReview, [], [new() { Lines = [new() { LineNo = "10", BuyerCode = "VH-1", Description = "vis" }] }]);
        var found = OrderProposals.Of(OriginalWords.Of(original, 4000), original, reading, new() { Lines = [new() { Words = "VH-1, vis, en 50 boîtes", Code = "VH-1", Description = "vis", Quantity = "50", Unit = "boîtes" }] });

        Assert.Equal(fields, string.Join(' ', found.Select(each => each.Values.Single().Field)));
        Assert.All(found, each => Assert.Equal((0, false), (each.Line!.Value, each.IsNewLine)));
    }

    [Fact]
    public void A_page_has_its_places_as_boxes_and_a_word_of_a_long_row_its_own()
    {
        using var page = new PrintedOrder();
        page.Title(60, 60, "Bon de commande").At(60, 120, "Notre besoin 4711-B pour le 26/11/2026", "Vis zinguee VH-M8-30-ZN par 5000");
        var bytes = page.ToBytes();
        var original = PrintedOrder.Show(bytes);
        var words = OriginalWords.Of(original, 4000);
        var found = OrderProposals.Of(words, original, PrintedOrder.Read(bytes) with { Orders = [] }, new() { Reference = "4711-B", Lines = [new() { Words = "Vis zinguee VH-M8-30-ZN par 5000", Code = "VH-M8-30-ZN", Quantity = "5000" }] });

        var (reference, code) = (found[0].Values[0].At!.Box!, found[1].Values[0].At!.Box!);
        Assert.True(reference.X > 100 && reference.Width < 60 && code.Y > reference.Y, $"{reference} {code}");
    }

    [Fact]
    public void A_word_after_many_narrow_letters_is_marked_where_it_stands()
    {
        const string narrow = "Il fallait lire ici, il y a lieu, dit-il : il";
        using var page = new PrintedOrder();
        page.Title(60, 60, "Bon de commande").At(60, 120, $"{narrow} WMW-4711-WM", narrow);
        var bytes = page.ToBytes();
        var original = PrintedOrder.Show(bytes);
        var found = OrderProposals.Of(OriginalWords.Of(original, 4000), original, PrintedOrder.Read(bytes) with { Orders = [] }, new() { Reference = "WMW-4711-WM" });

        var alone = Assert.Single(Assert.IsType<PagePart>(original.Parts[0]).Texts, text => text.Text == narrow);
        Assert.InRange(found[0].Values[0].At!.Box!.X - (alone.X + alone.Width), 0, 8);
    }

    [Fact]
    public void A_text_that_is_too_long_is_cut_at_a_line_and_nothing_beyond_is_found()
    {
        var (bytes, reading) = Read(Words);
        var original = DocumentReader.Show(bytes, null, null);
        var words = OriginalWords.Of(original, 140);

        Assert.True(words.IsCut);
        Assert.EndsWith("BC-2026/118-A.\n", words.Text, StringComparison.Ordinal);
        Assert.Equal("orderNumber", Assert.Single(OrderProposals.Of(words, original, reading, new() { Reference = "BC-2026/118-A", Site = "entrepôt de Chartres" })).Values[0].Field);
    }

    [Fact]
    public void What_is_taken_is_filled_in_told_and_marked_where_it_stands()
    {
        var (bytes, reading) = Read(Words);
        var (_, found) = Propose(bytes, reading, new() { Reference = "BC-2026/118-A", Lines = [new() { Words = "des EH-M8, autant que la dernière fois", Code = "EH-M8" }] });
        var filled = OrderCompletion.Fill(reading, found);

        var order = Assert.Single(filled.Orders);
        Assert.Equal(("BC-2026/118-A", "1", "EH-M8"), (order.OrderNumber, order.Lines[^1].LineNo, order.Lines[^1].BuyerCode));
        Assert.Equal(ReadingVerdict.NeedsReview, filled.Verdict);
        Assert.Equal(["orders[0].orderNumber", "orders[0].lines[0].buyerCode"], filled.Taken!.Select(spot => spot.Value));
        Assert.Equal(
            ["Repris par une personne d’une proposition du modèle de langue\u00A0: référence.", "Repris par une personne d’une proposition du modèle de langue\u00A0: toute la ligne."],
            filled.Problems.Where(problem => problem.Code == OrderCompletion.Told).Select(problem => ProblemText.Say(problem, new("fr"))));
        Assert.Empty(Propose(bytes, filled, new() { Reference = "BC-2026/118-A" }).Found);
    }

    [Theory]
    [InlineData("I cannot help with that.")]
    [InlineData("{ \"lines\": [")]
    [InlineData("")]
    public void What_is_no_JSON_is_no_answer(string answer) => Assert.Null(OrderAnswer.Read(answer));

    [Fact]
    public void Of_an_answer_the_quotations_are_taken_and_nothing_else()
    {
        var cited = OrderAnswer.Read("""```json { "reference": ["x"], "confirm": true, "site": "Chartres", "lines": [ "a", null, { "words": "5 vis", "quantity": 5, "code": null } ] } ```""")!;

        Assert.Equal((null, "Chartres"), (cited.Reference, cited.Site));
        Assert.Equal(new CitedLine { Words = "5 vis", Quantity = "5" }, Assert.Single(cited.Lines!));
    }

    private static (DocumentOriginal Original, IReadOnlyList<OrderProposal> Found) Propose(string words, CitedOrder cited)
    {
        var (bytes, reading) = Read(words);
        Assert.Empty(reading.Orders);

        return Propose(bytes, reading, cited);
    }

    private static (DocumentOriginal Original, IReadOnlyList<OrderProposal> Found) Propose(byte[] bytes, DocumentReading reading, CitedOrder cited)
    {
        var original = DocumentReader.Show(bytes, null, null);

        return (original, OrderProposals.Of(OriginalWords.Of(original, 4000), original, reading, cited));
    }

    private static (byte[] Bytes, DocumentReading Reading) Read(string words)
    {
        var bytes = Encoding.UTF8.GetBytes($"From: Jeanne <j.petit@client.example>\nTo: commandes@maison.example\nSubject: Notre besoin\nDate: Mon, 23 Nov 2026 09:00:00 +0100\nContent-Type: text/plain; charset=utf-8\n\n{words}");

        return (bytes, DocumentReader.Read(bytes, null, null));
    }

    private static string WordsAt(DocumentOriginal original, Spot at) => Assert.IsType<MessagePart>(original.Parts[at.Part]).Lines[at.Line].Text.Substring(at.From, at.Length);
}
