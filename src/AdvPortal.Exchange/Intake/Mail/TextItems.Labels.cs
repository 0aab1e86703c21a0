using System.Globalization;
using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>Values of an article that stand behind their labels.</summary>
internal sealed partial class TextItems
{
    /// <summary>Several values of an article stand behind their labels in one line.</summary>
    public static bool HasLabels(MailLine line) => Label().Matches(line.Text).Select(Known).OfType<KnownLabel>().DistinctBy(label => label.Column).Count() > 1;

    /// <summary>« SKU: WDGT-BLUE-L, Description: Apex Widget, Qty: 50 »: values up to the next label that means something.</summary>
    private TextItem? Labelled(MailLine line, int start)
    {
        var labels = Label().Matches(line.Text, start).Select(Known).OfType<KnownLabel>().ToList();
        if (labels.Count < 2 || labels.DistinctBy(label => label.Column).Count() != labels.Count)
        {
            return null;
        }

        var draft = new LineDraft();
        string? currency = null;
        List<(string, int, int)> places = [];
        var lead = line.Text[start..labels[0].Index].Trim(' ', ',', ';', '-', ':', '|', '\t');
        if (lead.Length > 0)
        {
            Put(draft, ItemTokens.LooksLikeCode(lead) ? OrderColumn.BuyerCode : OrderColumn.Description, lead, line);
            places.Add((ItemTokens.LooksLikeCode(lead) ? "buyerCode" : "description", line.Text.IndexOf(lead, start, StringComparison.Ordinal), lead.Length));
        }

        for (var i = 0; i < labels.Count; i++)
        {
            var from = labels[i].End;
            var end = i + 1 < labels.Count ? labels[i + 1].Index : line.Text.Length;
            var value = line.Text[from..end].Trim(' ', ',', ';', '|', '\t', '-');
            if (value.Length > 0)
            {
                Put(draft, labels[i].Column, value, line);
                currency ??= CurrencyOf(labels[i].Column, value);
                places.Add((FieldOf(labels[i].Column), line.Text.IndexOf(value, from, StringComparison.Ordinal), value.Length));
            }
        }

        return draft.HasCode || draft.Description is not null ? new(draft, places, currency) : null;
    }

    /// <summary>Of « EA Unit Price: » the last words are the label.</summary>
    private static KnownLabel? Known(Match match)
    {
        var name = match.Groups["name"];
        for (var from = 0; from < name.Length; from = name.Value.IndexOf(' ', from) is >= 0 and var space ? space + 1 : name.Length)
        {
            if (OrderColumnNames.Find(name.Value[from..])?.Column is >= OrderColumn.LineNo and var column)
            {
                return new(name.Index + from, match.Index + match.Length, column);
            }
        }

        return null;
    }

    /// <summary>Sets a value that a label names.</summary>
    public void Put(LineDraft draft, OrderColumn column, string value, MailLine line)
    {
        switch (column)
        {
            case OrderColumn.LineNo:
                draft.LineNo = value;
                break;
            case OrderColumn.BuyerCode:
                draft.BuyerCode = value;
                break;
            case OrderColumn.SupplierCode:
                draft.SupplierCode = value;
                break;
            case OrderColumn.Gtin:
                draft.Gtin = value;
                break;
            case OrderColumn.Description:
                draft.Describe(value);
                break;
            case OrderColumn.Quantity:
                var split = QuantityAndUnit().Match(value);
                draft.Quantity = Number(split.Success ? split.Groups["number"].Value : value, line, draft);
                draft.Unit ??= split.Success && split.Groups["unit"].Length > 0 ? split.Groups["unit"].Value : null;
                break;
            case OrderColumn.Unit:
                draft.Unit = value;
                break;
            case OrderColumn.PackQuantity:
                draft.PackQuantity = Number(Amount().Match(value) is { Success: true } pack ? pack.Value : value, line, draft);
                break;
            case OrderColumn.NetPrice:
                draft.NetPrice = Number(Amount().Match(value) is { Success: true } price ? price.Value : value, line, draft);
                if (PriceBase().Match(value) is { Success: true } per)
                {
                    draft.PriceBaseQuantity ??= decimal.Parse(per.Groups["base"].Value, CultureInfo.InvariantCulture);
                }

                break;
            case OrderColumn.PriceBase:
                draft.PriceBaseQuantity = Number(value, line, draft);
                break;
            case OrderColumn.LineAmount:
                draft.LineAmount = Number(Amount().Match(value) is { Success: true } amount ? amount.Value : value, line, draft);
                break;
            case OrderColumn.Note:
                draft.AddNote(value);
                break;
        }
    }

    public static string FieldOf(OrderColumn column) => column switch
    {
        OrderColumn.LineNo => "lineNo",
        OrderColumn.BuyerCode => "buyerCode",
        OrderColumn.SupplierCode => "supplierCode",
        OrderColumn.Gtin => "gtin",
        OrderColumn.Quantity => "quantity",
        OrderColumn.Unit => "unit",
        OrderColumn.PackQuantity => "packQuantity",
        OrderColumn.NetPrice => "netPrice",
        OrderColumn.PriceBase => "priceBaseQuantity",
        OrderColumn.LineAmount => "lineAmount",
        OrderColumn.Note => "notes",
        _ => "description",
    };

    private sealed record KnownLabel(int Index, int End, OrderColumn Column);

    /// <summary>The currency with which a labelled price or amount is written: « 12,50 €/pce », "$12.50"; null where none is.</summary>
    public static string? CurrencyOf(OrderColumn column, string value) => column is OrderColumn.NetPrice or OrderColumn.LineAmount or OrderColumn.OrderTotal ? CellNumber.CurrencyOf(value.Split('/')[0]) : null;

    [GeneratedRegex(@"(?:^|(?<=[,;|\t.)]|\s\s|\s[-–]\s|\s))\s*(?<name>\p{L}[\p{L}°º./#]*(?:\s[\p{L}°º./#]+){0,3}?)\s*[:=]\s*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?<number>[\d.,'’ \u00A0\u202F]*\d)\s*(?<unit>\p{L}[\p{L}².]*)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex QuantityAndUnit();

    [GeneratedRegex(@"-?\d[\d.,'’ \u00A0\u202F]*\d|\d", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Amount();

    /// <summary>"12.50 per 100", « 12,50 €/1000 ».</summary>
    [GeneratedRegex(@"(?:/|\b(?:per|par|les|le|pour))\s*(?<base>10{1,4})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex PriceBase();
}
