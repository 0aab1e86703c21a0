using System.Collections.Frozen;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Drafts;

/// <summary>What people outside France, and some programs in it, print over their columns and before their values; asked after <see cref="OrderColumnNames"/>.</summary>
internal static class NeighbourNames
{
    private static readonly FrozenDictionary<string, OrderColumn> Names = Build(
        (OrderColumn.OrderNumber, "p o no;p o number;p o;commande fournisseur;n° commande fournisseur;bon de commande fournisseur;standard purchase order;bestell nummer;bestellung nr;pedido;nº pedido;pedido nº;número de pedido;pedido de compra;orden de compra;nº orden de compra;ordine;n. ordine;numero ordine;ordine n.;ordine di acquisto;ordine d'acquisto;n. ordine di acquisto;n. ordine d'acquisto;nº pedido de compra"),
        (OrderColumn.IssueDate, "fecha;fecha pedido;fecha de pedido;fecha del pedido;data;data ordine;data documento"),
        (OrderColumn.RequestedDate, "arrivée prévue;livr. prévue;date prévue;expected arrival;receipt date;gewünschter liefertermin;leverdatum;fecha de entrega;fecha entrega;plazo de entrega;data consegna;data di consegna;consegna richiesta;consegna entro;termine di consegna"),
        (OrderColumn.Currency, "moneda;divisa;valuta"),
        (OrderColumn.BuyerId, "nº cliente;código cliente;codice cliente"),
        (OrderColumn.BuyerName, "comprador;cliente;acquirente;committente"),
        (OrderColumn.BuyerContact, "sachbearbeiter;bearbeiter;einkäufer;contacto;referente"),
        (OrderColumn.BuyerPhone, "teléfono;telefono"),
        (OrderColumn.SupplierName, "proveedor;fornitore"),
        (OrderColumn.ShipToName, "lieferanschrift;dirección de entrega;lugar de entrega;indirizzo di consegna;luogo di consegna;destinazione merce;destinazione;adresse d'expédition"),
        (OrderColumn.LineNo, "línea;lín.;riga"),
        (OrderColumn.BuyerCode, "art.-nr.;artikel-nummer;código;cód.;referencia;cód. artículo;código artículo;artículo;codice;cod.;codice articolo;cod. articolo;articolo"),
        (OrderColumn.SupplierCode, "ihre art.-nr.;ihre artikel-nr.;ihre artikelnummer;su referencia;ref. proveedor;código proveedor;vostro codice;vs. codice;codice fornitore;cod. fornitore"),
        (OrderColumn.Description, "texte;texte court;descripción;denominación;concepto;descrizione;denominazione"),
        (OrderColumn.Quantity, "ordered;cantidad;cant.;quantità;q.tà;qtà"),
        (OrderColumn.Unit, "ud.;uds.;unidad;unidades;unità;unità di misura"),
        (OrderColumn.NetPrice, "rate;cost per pack;cost per case;price per pack;price per case;price per box;case cost;case price;preis/einh.;preis/einheit;preis je einheit;precio;precio unitario;precio unit.;precio neto;prezzo;prezzo unitario;prezzo unit.;prezzo netto"),
        (OrderColumn.PriceBase, "pe"),
        (OrderColumn.LineAmount, "importe;importe neto;importo;importo netto"));

    /// <summary>What a column or a label holds; null for a name that is none of these.</summary>
    public static OrderColumn? Find(string name) =>
        name.Length <= OrderColumnNames.LongestName && Names.TryGetValue(OrderColumnNames.Normalise(name), out var column) ? column : null;

    /// <summary>The same, by all names that are known.</summary>
    public static OrderColumn? FindAny(string name) => OrderColumnNames.Find(name)?.Column ?? Find(name);

    /// <summary>The plain name of the same thing, for a reader that knows only plain ones.</summary>
    public static string Plain(string header) => OrderColumnNames.Find(header) is not null ? header : Find(header) switch
    {
        OrderColumn.RequestedDate => "delivery_date",
        OrderColumn.LineNo => "line_no",
        OrderColumn.BuyerCode => "item_code",
        OrderColumn.SupplierCode => "supplier_code",
        OrderColumn.Description => "description",
        OrderColumn.Quantity => "quantity",
        OrderColumn.Unit => "unit",
        OrderColumn.NetPrice => "unit_price",
        OrderColumn.PriceBase => "price_base",
        OrderColumn.LineAmount => "line_amount",
        _ => header,
    };

    private static FrozenDictionary<string, OrderColumn> Build(params ReadOnlySpan<(OrderColumn Column, string Names)> columns)
    {
        Dictionary<string, OrderColumn> names = new(StringComparer.Ordinal);
        foreach (var (column, list) in columns)
        {
            foreach (var name in list.Split(';'))
            {
                names.TryAdd(OrderColumnNames.Normalise(name), column);
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
