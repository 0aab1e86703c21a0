using AdvPortal.Exchange.Contracts;

namespace AdvPortal.Exchange.Tests.Contracts;

/// <summary>Where a clause begins, as contracts number them, and where a number is only a number.</summary>
public sealed class ClauseSplitterTests
{
    public static TheoryData<string, string[], string[]> Contracts => new()
    {
        { "articles with their parts", ["Article 6 – Livraisons", "6.1 Délais", "Sous huit jours.", "6.2 À Rennes, livraison avant 10 h 30, quai B."], ["6", "6.1", "6.2"] },
        { "capitals and signs", ["ARTICLE 1 : OBJET", "Fourniture de visserie.", "ARTICLE 2 : DURÉE", "Un an."], ["1", "2"] },
        { "paragraphs", ["§ 4 Prix", "Nets.", "§ 5 Paiement", "À 45 jours."], ["4", "5"] },
        { "clauses in English", ["Clause 4", "Prices are net.", "Clause 5. Payment", "45 days."], ["4", "5"] },
        { "Roman numbers", ["Article III", "Objet.", "Article IV", "Durée."], ["III", "IV"] },
        { "bare numbers with a full stop", ["1. OBJET", "Visserie.", "2. DURÉE", "Un an."], ["1", "2"] },
        { "decimal numbers alone", ["1.1 Objet", "Visserie.", "1.2 Durée", "Un an.", "2.1 Prix", "Nets."], ["1.1", "1.2", "2.1"] },
        { "an annex after the articles", ["Article 1", "Objet.", "Article 2", "Durée.", "Annexe 1 Tarifs", "VH-M8 : 8,40"], ["1", "2", "Annexe 1"] },
        { "annexes named before the articles", ["Annexe 1 Tarifs", "Annexe 2 CGV", "Article 1", "Objet.", "Article 2", "Durée."], ["Annexe 1", "Annexe 2", "1", "2"] },
        { "an annex that is spoken of at the head of a line", ["Article 1", "Les prix sont ceux de l’", "Annexe 1.", "Article 2", "Durée.", "Annexe 1 Tarifs", "VH-M8 : 8,40"], ["1", "Annexe 1", "2"] },
        { "a number that was struck out", ["Article 1", "Objet.", "Article 3", "Durée."], ["1", "3"] },

        { "a list in an article", ["Article 1", "Sont fournis :", "1. Vis", "2. Écrous", "Article 2", "Durée."], ["1", "2"] },
        { "a reference in a sentence", ["Article 1", "Le prix est celui de l’", "article 6.2 du présent contrat.", "Article 2", "Durée."], ["1", "2"] },
        { "a reference at the head of a line", ["Article 1", "Voir", "Article 6.2 pour les prix.", "Article 2", "Durée."], ["1", "2"] },
        { "prices and dates", ["Article 1", "12.50 Euros la boîte", "20.11.2026 Paris", "Article 2", "Durée."], ["1", "2"] },
        { "quantities", ["Article 1", "6 Palettes par camion", "Article 2", "Durée."], ["1", "2"] },
        { "no number at all", ["Le client achète.", "Le vendeur vend."], [] },
    };

    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_number_begins_a_clause_when_it_is_the_next_one(string what, string[] lines, string[] numbers) =>
        Assert.Equal((what, string.Join(" | ", numbers)), (what, string.Join(" | ", Split(lines).Select(clause => clause.Number))));

    [Fact]
    public void A_heading_stands_over_the_words_and_words_without_one_begin_behind_the_number()
    {
        var clauses = Split("Article 6 Livraisons", "Franco de port", "dès 500 euros.", "6.1 À Rennes, livraison avant 10 h 30, quai B.", "6.2 Reliquats : gardés dix jours,", "puis soldés.");

        Assert.Equal(new("6", "Livraisons", "Franco de port dès 500 euros.", 1), clauses[0]);
        Assert.Equal(new("6.1", null, "À Rennes, livraison avant 10 h 30, quai B.", 1), clauses[1]);
        Assert.Equal(new("6.2", null, "Reliquats : gardés dix jours, puis soldés.", 1), clauses[2]);
    }

    [Fact]
    public void The_table_of_contents_is_not_the_contract()
    {
        var clauses = Split("Article 1 Objet", "Article 2 Durée", "Article 3 Prix", "Article 1 Objet", "Visserie.", "Article 2 Durée", "Un an.", "Article 3 Prix", "Nets.");

        Assert.Equal(["Visserie.", "Un an.", "Nets."], clauses.Select(clause => clause.Words));
    }

    [Fact]
    public void What_stands_on_every_page_is_no_part_of_a_clause_and_a_clause_goes_on_overleaf()
    {
        ContractLine[] lines =
        [
            Line(0, "Électro Distribution Ouest"), Line(0, "Article 1 Objet"), Line(0, "Le vendeur fournit"), Line(0, "Page 1 / 2"),
            Line(1, "Électro Distribution Ouest"), Line(1, "de la visserie."), Line(1, "Article 2 Durée"), Line(1, "Un an."), Line(1, "Page 2 / 2"),
        ];

        Assert.Equal([new("1", "Objet", "Le vendeur fournit de la visserie.", 1), new("2", "Durée", "Un an.", 2)], ClauseSplitter.Split(lines).Select(found => found.Clause));
    }

    [Fact]
    public void A_contract_without_end_costs_a_bounded_number_of_clauses()
    {
        var found = Split([.. Enumerable.Range(1, 99).SelectMany(article => Enumerable.Range(1, 20).Select(part => $"{article}.{part} Mot"))]);

        Assert.Equal(ClauseSplitter.MostClauses, found.Count);
    }

    private static List<ContractClause> Split(params string[] lines) => [.. ClauseSplitter.Split([.. lines.Select(line => Line(0, line))]).Select(found => found.Clause)];

    private static ContractLine Line(int page, string text) => new(page, text, new(0, 0, 100, 10));
}
