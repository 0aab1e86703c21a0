using System.Text;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake;

/// <summary>Sheets of senders that nobody has met: what a price is for, which rows are sums, what the sheet calls itself.</summary>
public sealed class TableSenderTests
{
    [Theory]
    [InlineData("Prix unitaire (les 100)", "12,50", 100)]
    [InlineData("P.U. HT/1000", "12,50", 1000)]
    [InlineData("Prix au cent", "12,50", 100)]
    [InlineData("Prix unitaire en €/mille", "12,50", 1000)]
    [InlineData("Prix (€ / 1 000)", "12,50", 1000)]
    [InlineData("Preis pro 100 Stk", "12,50", 100)]
    [InlineData("Price per 1000", "12,50", 1000)]
    [InlineData("Prezzo per 100", "12,50", 100)]
    [InlineData("Prix unitaire", "12,50/100", 100)]
    [InlineData("Prix unitaire", "12,50 € / 1000", 1000)]
    [InlineData("Prix unitaire", "12,50 € le cent", 100)]
    [InlineData("Prix unitaire;Prix pour", "12,50;1000 PCE", 1000)]
    [InlineData("Prix unitaire;Par", "12,50;CENT", 100)]
    [InlineData("Prix unitaire;Base de prix", "12,50;PCE", 1)]
    [InlineData("Preis;Preiseinheit", "12,50;100 Stk", 100)]
    [InlineData("Einzelpreis;PE", "12,50;100", 100)]
    [InlineData("Preis;je", "12,50;1.000", 1000)]
    [InlineData("Unit Price;Per", "12,50;100", 100)]
    public void What_a_price_is_for_is_read_where_it_stands(string headers, string cells, int pieces)
    {
        var lines = Reading.Order($"Commande;Code;Quantité;{headers}\nP-1;A;500;{cells}\nP-1;B;200;{cells}").Lines;

        Assert.All(lines, line => Assert.Equal((12.5m, pieces), (line.NetPrice, line.PriceBaseQuantity)));
    }

    [Theory]
    [InlineData("Tarif 2026", "12,50")]
    [InlineData("Prix HT (01/10/2026)", "12,50")]
    [InlineData("P.U. HT (tarif au 10/11/2026)", "12,50")]
    [InlineData("Prix;UP", "12,50;10")]
    [InlineData("Prix unitaire;Par", "12,50;")]
    public void What_is_no_base_makes_none(string headers, string cells) =>
        Assert.Null(Reading.Order($"Commande;Code;Quantité;{headers}\nP-1;A;500;{cells}").Lines[0].PriceBaseQuantity);

    [Theory]
    [InlineData("Unit Price;Per", "12,50;C")]
    [InlineData("Prix;UP", "12,50;12")]
    [InlineData("Prix;UP", "12,50;PCE")]
    public void A_short_name_over_something_else_is_no_base(string headers, string cells)
    {
        var reading = Reading.Of($"Commande;Code;Quantité;{headers}\nP-1;A;500;{cells}");

        Assert.Null(Assert.Single(reading.Orders).Lines[0].PriceBaseQuantity);
        Assert.Contains(reading.Problems, problem => problem.Code is "column-matters" or "column-unread");
    }

    [Fact]
    public void A_base_that_nobody_can_tell_is_asked() =>
        Assert.Contains(Reading.Of("Commande;Code;Quantité;Prix;Prix pour\nP-1;A;500;12,50;M").Problems, problem => problem is { Code: "number-invalid", Severity: ProblemSeverity.Error });

    [Theory]
    [InlineData(";;150;;215,00")]
    [InlineData(";;150;;")]
    [InlineData(";;;;215,00")]
    [InlineData(";TOTAL GENERAL;150;;215,00")]
    [InlineData("Nombre de lignes : 2;;150;;215,00")]
    [InlineData("À reporter;;;;215,00")]
    [InlineData("Report;;150;;215,00")]
    [InlineData("Totale;;150;;215,00")]
    public void A_row_that_sums_up_is_no_line(string row) =>
        Assert.Equal([100m, 50m], Reading.Order($"Commande;BC-5\nCode;Désignation;Qté;PU;Montant\nA;Vis;100;1,00;100,00\nB;Clou;50;2,30;115,00\n{row}").Lines.Select(line => line.Quantity!.Value));

    [Theory]
    [InlineData("BC-5;A;Vis;10;2,00;20,00\nBC-5;;TOTAL GENERAL;10;;20,00")]
    [InlineData("BC-5;A;Vis;10;2,00;20,00\nBC-5;;;10;;20,00")]
    [InlineData("BC-5;A;Vis;10;2,00;20,00\nBC-6;B;Clou;5;1,00;5,00\n;;;15;;25,00")]
    public void Nor_where_the_order_is_named_in_each_row(string rows) =>
        Assert.All(Reading.Of($"Commande;Code;Désignation;Qté;PU;Montant\n{rows}").Orders, order => Assert.Single(order.Lines));

    [Fact]
    public void A_sum_of_quantities_is_no_sum_of_money()
    {
        var totals = Reading.Order("Commande;BC-5\nCode;Désignation;Qté;PU;Montant\nA;Vis;100;1,00;100,00\nB;Clou;50;2,00;100,00\nTotal;;150;;").Totals;

        Assert.Null(totals?.LineExtension);
    }

    [Theory]
    [InlineData(";;7;;9,00")]
    [InlineData(";Total Quartz 9000 5W40;150;2,00;300,00")]
    public void A_row_whose_numbers_sum_up_nothing_is_asked_or_a_line(string row) =>
        Assert.Equal(3, Reading.Order($"Commande;BC-5\nCode;Désignation;Qté;PU;Montant\nA;Vis;100;1,00;100,00\nB;Clou;50;2,00;100,00\n{row}").Lines.Count);

    [Fact]
    public void A_code_that_a_spreadsheet_rounded_is_none_and_is_told()
    {
        var reading = Reading.Of("Commande;Code article;EAN;Quantité\n4,5E+09;1,2E+15;3,41E+12;10\n4,5E+09;AE+12;E+5;20");

        var order = Assert.Single(reading.Orders);
        Assert.Equal((null, null, null), (order.OrderNumber, order.Lines[0].BuyerCode, order.Lines[0].Gtin));
        Assert.Equal("AE+12", order.Lines[1].BuyerCode);
        Assert.Equal(3, reading.Problems.Count(problem => problem is { Code: "code-rounded", Severity: ProblemSeverity.Error }));
    }

    [Theory]
    [InlineData("Prix (USD);Devise", "2,50;EUR", "EUR")]
    [InlineData("Prix;Montant", "2,50 USD;10,00 €", "USD")]
    [InlineData("Prix (EUR);Montant", "2,50 $;10,00", "EUR")]
    public void Two_currencies_for_one_order_are_told(string headers, string cells, string kept)
    {
        var reading = Reading.Of($"Commande;Code;Quantité;{headers}\nP-1;A;4;{cells}");

        Assert.Contains(reading.Problems, problem => problem is { Code: "second-currency", Severity: ProblemSeverity.Warning });
        Assert.Equal(kept, Assert.Single(reading.Orders).Currency);
    }

    [Fact]
    public void Each_order_of_a_file_has_the_currency_of_its_own_prices() =>
        Assert.Equal(["EUR", "USD"], Reading.Of("Commande;Code;Quantité;Prix\nP-1;A;4;2,50 €\nP-2;A;4;3,00 USD").Orders.Select(order => order.Currency));

    [Theory]
    [InlineData("Montant (CHF)", "CHF")]
    [InlineData("Wert EUR", "EUR")]
    [InlineData("Amount PLN", "PLN")]
    public void The_header_of_the_amounts_names_the_currency_as_well(string header, string currency) =>
        Assert.Equal(currency, Reading.Order($"Commande;Code;Quantité;Prix;{header}\nP-1;A;4;2,50;10,00").Currency);

    [Theory]
    [InlineData("Unit Price;Discount %;Net Price", "4,50;10;4,05")]
    [InlineData("Prix public;Prix remisé", "4,50;4,05")]
    [InlineData("Einzelpreis;Rabatt;Nettopreis", "4,50;10;4,05")]
    public void A_price_that_is_called_net_is_the_net_one(string headers, string cells) =>
        Assert.Equal(4.05m, Reading.Order($"Commande;Code;Quantité;{headers}\nP-1;A;4;{cells}").Lines[0].NetPrice);

    [Theory]
    [InlineData("Nº pedido|Fecha pedido|Línea|Código|Descripción|Cantidad|Unidad|Precio unitario|Importe|Moneda|Fecha de entrega", '|')]
    [InlineData("Ordine;Data ordine;Riga;Codice articolo;Descrizione;Quantità;U.M.;Prezzo unitario;Importo;Valuta;Data consegna", ';')]
    [InlineData("Bestelnummer;Besteldatum;Regel;Artikelcode;Omschrijving;Aantal;Eenheid;Prijs;Bedrag;Valuta;Leverdatum", ';')]
    [InlineData("Bestellung Nr.;Bestelldatum;Pos;Material;Kurztext;Menge;ME;Preis;Wert;Währung;Liefertermin", ';')]
    [InlineData("NUMERO CDE;DATE CDE;LIG;REF;DESIGNATION;QTE CDEE;UN;PX UNIT;MONTANT HT;DEV;DATE LIV", ';')]
    public void Headers_in_other_languages_are_known(string headers, char mark)
    {
        var order = Reading.Order($"{headers}\n{string.Join(mark, "P-77", "23/11/2026", "10", "007", "Vis", "1.000", "PC", "0,12", "120,00", "EUR", "01/12/2026")}");

        Assert.Equal(("P-77", new DateOnly(2026, 11, 23), "EUR", new(new DateOnly(2026, 12, 1))), (order.OrderNumber, order.IssueDate, order.Currency, order.RequestedDelivery));
        Assert.Equal(("10", "007", "Vis", 1000m, "PC", 0.12m, 120m), (order.Lines[0].LineNo, order.Lines[0].BuyerCode, order.Lines[0].Description, order.Lines[0].Quantity, order.Lines[0].Unit, order.Lines[0].NetPrice, order.Lines[0].LineAmount));
    }

    [Theory]
    [InlineData("FACTURE N° F-2026-12", "kind-invoice")]
    [InlineData("Bon de livraison n° 778", "kind-delivery-note")]
    [InlineData("Quotation QT-88", "kind-quotation")]
    [InlineData("Accusé de réception de commande n° 12", "kind-confirmation")]
    public void A_sheet_that_calls_itself_something_else_is_no_order(string title, string kind)
    {
        var reading = Reading.Of($"{title};;;\nVotre commande;BC-5;;\nCode;Désignation;Quantité;Prix\nA;Vis;10;2,50\nB;Clou;20;1,50");

        Assert.Equal((ReadingVerdict.NotAnOrder, 0), (reading.Verdict, reading.Orders.Count));
        Assert.Equal("word:" + kind, Assert.Single(reading.Problems, problem => problem.Code == "other-message").Message.Parts[0]);
    }

    [Theory]
    [InlineData("Devis;D-99;;\nCommande;BC-5;;")]
    [InlineData("BON DE COMMANDE;;;\nDevis n° D-99;;;\nCommande;BC-5;;")]
    public void A_quotation_that_an_order_names_makes_it_no_quotation(string head) =>
        Assert.Equal("BC-5", Reading.Order($"{head}\nCode;Désignation;Quantité;Prix\nA;Vis;10;2,50").OrderNumber);

    [Theory]
    [InlineData("Annulation de la commande BC-12", ChangeKind.Cancellation)]
    [InlineData("Modification de commande n° BC-12", ChangeKind.Amendment)]
    public void A_sheet_that_calls_an_order_off_or_changes_it_places_none(string title, ChangeKind kind)
    {
        var reading = Reading.Of($"{title};;;\nDate;23/11/2026;;\nCode;Désignation;Quantité;Prix\nA;Vis;10;2,50\nB;Clou;20;1,50", Encoding.UTF8);

        Assert.Equal((0, "BC-12", kind, ReadingVerdict.NeedsReview), (reading.Orders.Count, reading.RefersTo, reading.Change!.Kind, reading.Verdict));
        Assert.Equal(2, reading.Change.Document.Lines.Count);
    }

    [Theory]
    [InlineData("KG", "PCE", true)]
    [InlineData("100 KG", "PCE", true)]
    [InlineData("U", "PCE", false)]
    [InlineData("kg", "KG", false)]
    public void A_price_by_weight_for_a_number_of_pieces_is_told(string per, string unit, bool isTold) =>
        Assert.Equal(isTold, Reading.Codes($"Commande;Code;Quantité;Unité;Prix;Unité de prix\nP-1;A;4;{unit};2,50;{per}").Contains("price-unit-differs"));

    [Fact]
    public void What_parts_one_table_from_the_next_is_shown()
    {
        var reading = Reading.Of("Commande;P-1;\nCode;Quantité;Prix\nA;100;2,50\nOptions non commandées;;\nCode;Quantité;Prix\nB;20;1,00");

        Assert.Contains(reading.Problems, problem => problem is { Code: "row-unread", Severity: ProblemSeverity.Warning });
    }

    [Theory]
    [InlineData("000123;VIS-M8;100;1,25", "VIS-M8 100  ")]
    [InlineData("000123;Vis M8;100;1,25", "000123 100  ")]
    [InlineData("VIS-M8;1,25;100", "VIS-M8 100  ")]
    [InlineData("1;VIS-M8;100;1,25;125,00\n2;ECR-M8;200;0,50;100,00", "VIS-M8 100 1.25 125.00")]
    [InlineData("000123;Vis M8;100;1,25;125,00\n000124;Ecrou;200;0,50;100,00", "000123 100 1.25 125.00")]
    [InlineData("VIS-M8;125,00;1,25;100\nECR-M8;100,00;0,50;200", "VIS-M8 100 1.25 125.00")]
    public void A_list_without_headers_is_read_as_its_numbers_prove(string rows, string first)
    {
        var reading = Reading.Of(rows.Contains('\n', StringComparison.Ordinal) ? rows : $"{rows}\n{rows.Replace('1', '7')}");
        var line = Assert.Single(reading.Orders).Lines[0];

        Assert.Equal(first, FormattableString.Invariant($"{line.BuyerCode} {line.Quantity} {line.NetPrice} {line.LineAmount}"));
        Assert.Contains(reading.Problems, problem => problem is { Code: "header-missing", Severity: ProblemSeverity.Error });
    }

    [Theory]
    [InlineData("Qté gratuite", "10", true)]
    [InlineData("Free qty", "0", false)]
    public void What_is_to_be_had_for_nothing_is_shown(string header, string cell, bool isTold) =>
        Assert.Equal(isTold, Reading.Codes($"Commande;Code;Quantité;{header};Prix\nP-1;A;100;{cell};2,50").Contains("column-matters"));

    [Theory]
    [InlineData("S;M;L;XL;Total Qty", "10;20;;5;35", true)]
    [InlineData("01/12/2026;08/12/2026;Quantité", "100;200;300", true)]
    [InlineData("Stock;Palettes;Quantité", "100;7;300", false)]
    public void A_quantity_that_columns_make_up_is_told_with_them(string headers, string cells, bool isTold) =>
        Assert.Equal(isTold, Reading.Codes($"Commande;Code;{headers};Prix\nP-1;A;{cells};2,50").Contains("quantity-parted"));

    [Theory]
    [InlineData("S50/2026")]
    [InlineData("semaine 50 2026")]
    [InlineData("KW 50/2026")]
    [InlineData("2026-W50")]
    public void A_week_is_its_seven_days(string week)
    {
        var wanted = new RequestedDelivery(null, new(2026, 12, 7), new(2026, 12, 13));

        Assert.Equal(wanted, Reading.Order($"Commande;Code;Quantité;Livraison\nP-1;A;4;{week}\nP-1;B;4;01/12/2026").Lines[0].RequestedDelivery);
        Assert.Equal(wanted, Reading.Order($"Commande;P-1;\nLivraison;{week};\nCode;Quantité;Prix\nA;4;1,00").RequestedDelivery);
    }

    [Theory]
    [InlineData("semaine 50")]
    [InlineData("S54/2026")]
    public void A_week_without_its_year_or_none_at_all_is_asked(string week) =>
        Assert.Contains("date-invalid", Reading.Codes($"Commande;Code;Quantité;Livraison\nP-1;A;4;{week}"));

    [Theory]
    [InlineData("Prix unitaire (TTC)", null)]
    [InlineData("Price (incl. VAT)", null)]
    [InlineData("Preis (brutto)", null)]
    [InlineData("Prix unitaire (HT)", 12)]
    [InlineData("Price (excl. VAT)", 12)]
    [InlineData("Prix (€)", 12)]
    public void A_price_with_tax_in_brackets_is_no_net_price(string header, int? price) =>
        Assert.Equal(price, (int?)Reading.Order($"Commande;Code;Quantité;{header}\nP-1;A;4;12,00").Lines[0].NetPrice);

    [Theory]
    [InlineData("Quantité (livrée);Quantité (commandée)", "4;10")]
    [InlineData("Qty (received);Qty (ordered)", "4;10")]
    [InlineData("Quantité (pièces)", "10")]
    public void A_quantity_that_is_another_in_brackets_is_not_the_one_ordered(string headers, string cells) =>
        Assert.Equal(10m, Reading.Order($"Commande;Code;{headers}\nP-1;A;{cells}").Lines[0].Quantity);

    [Fact]
    public void A_quantity_in_thousands_is_none() =>
        Assert.Empty(Reading.Of("Commande;Code;Quantité (en milliers)\nP-1;A;4\nP-1;B;5").Orders);

    [Fact]
    public void Two_counts_of_the_same_goods_are_shown() =>
        Assert.Contains("column-matters", Reading.Codes("Commande;Code;Qté UC;Qté UVC;PU HT\nP-1;A;120;10;12,00"));

    [Theory]
    [InlineData("SARL Blin;Bon de commande;\n4 rue du Four;N°;BC-9\n28000 Chartres;Date;23/11/2026", "BC-9")]
    [InlineData("SARL Blin;Bon de commande;\n;;\n4 rue du Four;N° :;BC-9\n", "BC-9")]
    [InlineData("SARL Blin;Bon de commande;\nVotre n°;Devis;\nN°;12 rue du Four;", null)]
    [InlineData("SARL Blin;N°;BC-9", null)]
    public void A_number_sign_under_a_title_numbers_the_order(string head, string? number) =>
        Assert.Equal(number, Reading.Order($"{head}\nCode;Quantité;Prix\nA;4;1,00").OrderNumber);

    [Theory]
    [InlineData("Code;Désignation;Qté;Livraison\nVH-M8;Vis;100;01/12/2026\n;;100;15/12/2026\n;;100;15/01/2027")]
    public void Deliveries_of_one_article_are_no_sums(string sheet) => Assert.Equal(3, Reading.Order(sheet).Lines.Count);

    [Fact]
    public void A_price_by_the_case_is_not_taken_for_one_of_a_unit()
    {
        var line = Reading.Order("PO;SKU;Units ordered;Case pack;Price per case\nP-1;A;120;12;24.00").Lines[0];

        Assert.Equal((120m, null), (line.Quantity, line.NetPrice));
    }

    [Fact]
    public void A_quantity_with_its_least_in_brackets_is_one() => Assert.Equal(50m, Reading.Order("Commande;Code;Quantité (min. 10)\nP-1;A;50").Lines[0].Quantity);

    [Fact]
    public void What_stands_beside_a_label_is_no_title() => Assert.Single(Reading.Order("Objet;Devis D-99\nCommande;Code;Quantité\nP-1;A;50").Lines);

    [Fact]
    public void A_change_of_two_orders_is_placed_as_none_without_a_person()
    {
        var reading = Reading.Of("MODIFICATION DE COMMANDE\nCommande;Code;Quantité\nBC-1;A;50\nBC-2;B;20");

        Assert.Equal(ReadingVerdict.NeedsReview, reading.Verdict);
        Assert.Contains(reading.Problems, problem => problem.Code == "is-change");
    }
}
