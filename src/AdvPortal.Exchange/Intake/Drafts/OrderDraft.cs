namespace AdvPortal.Exchange.Intake.Drafts;

/// <summary>A purchase order while its file is being read.</summary>
internal sealed class OrderDraft
{
    public string? OrderNumber { get; set; }
    public string? MessageType { get; set; }
    public DateOnly? IssueDate { get; set; }
    public string? Currency { get; set; }
    public DeliveryDraft Delivery { get; } = new();
    public string? ContractReference { get; set; }
    public List<string> Notes { get; } = [];
    public PartyDraft? Buyer { get; set; }
    public PartyDraft? Supplier { get; set; }
    public PartyDraft? ShipTo { get; set; }
    public PartyDraft? Invoicee { get; set; }
    public decimal? LineExtension { get; set; }
    public decimal? Payable { get; set; }
    public List<LineDraft> Lines { get; } = [];

    /// <summary>The date of issue is there but is no date, and has its own problem.</summary>
    public bool HasUnreadableIssueDate { get; set; }

    public PurchaseOrder Build() => new()
    {
        OrderNumber = OrderNumber,
        MessageType = MessageType,
        IssueDate = IssueDate,
        Currency = Currency,
        RequestedDelivery = Delivery.Build(),
        ContractReference = ContractReference,
        Notes = Notes,
        Buyer = Buyer?.Build(),
        Supplier = Supplier?.Build(),
        ShipTo = ShipTo?.Build(),
        Invoicee = Invoicee?.Build(),
        Totals = LineExtension is null && Payable is null ? null : new(LineExtension, Payable),
        Lines = Lines.ConvertAll(line => line.Build()),
    };
}

/// <summary>A line while its file is being read.</summary>
internal sealed class LineDraft
{
    private List<string>? _notes;

    public string? LineNo { get; set; }
    public string? BuyerCode { get; set; }
    public string? SupplierCode { get; set; }
    public string? Gtin { get; set; }
    public string? Name { get; set; }
    public string? Description { get; set; }
    public decimal? Quantity { get; set; }
    public string? Unit { get; set; }
    public decimal? PackQuantity { get; set; }
    public decimal? NetPrice { get; set; }
    public decimal? PriceBaseQuantity { get; set; }
    public decimal? LineAmount { get; set; }
    public DateOnly? DeliveryDate { get; set; }
    public DateOnly? DeliveryStart { get; set; }
    public DateOnly? DeliveryEnd { get; set; }
    public PartyDraft? ShipTo { get; set; }

    /// <summary>What a change asks of the line.</summary>
    public LineAction? Action { get; set; }

    /// <summary>Charges less allowances that the file adds to quantity times price; null when they cannot be summed.</summary>
    public decimal? Adjustment { get; set; } = 0;

    /// <summary>A number of the line could not be read and has its own problem: nothing more is said of its absence.</summary>
    public bool HasUnreadableNumber { get; set; }

    public bool HasCode => BuyerCode is not null || SupplierCode is not null || Gtin is not null;

    public int NoteCount => _notes?.Count ?? 0;

    /// <returns>How many there are now.</returns>
    public int AddNote(string note)
    {
        (_notes ??= []).Add(note);
        return _notes.Count;
    }

    public void Describe(string part) => Description = Description is null ? part : $"{Description} {part}";

    public PurchaseOrderLine Build() => new()
    {
        LineNo = LineNo,
        BuyerCode = BuyerCode,
        SupplierCode = SupplierCode,
        Gtin = Gtin,
        Name = Name,
        Description = Description,
        Quantity = Quantity,
        Unit = Unit,
        PackQuantity = PackQuantity,
        NetPrice = NetPrice,
        PriceBaseQuantity = PriceBaseQuantity,
        LineAmount = LineAmount,
        RequestedDelivery = DeliveryDate is null && DeliveryStart is null && DeliveryEnd is null ? null : new(DeliveryDate, DeliveryStart, DeliveryEnd),
        ShipTo = ShipTo?.Build(),
        Action = Action,
        Notes = _notes ?? (IReadOnlyList<string>)[],
    };
}

/// <summary>When the goods are wanted, while its file is being read.</summary>
internal sealed class DeliveryDraft
{
    public DateOnly? Date { get; set; }
    public DateOnly? Start { get; set; }
    public DateOnly? End { get; set; }

    public RequestedDelivery? Build() => Date is null && Start is null && End is null ? null : new(Date, Start, End);
}

/// <summary>A party while its file is being read.</summary>
internal sealed class PartyDraft
{
    public string? Name { get; set; }
    public string? Gln { get; set; }
    public string? VatId { get; set; }
    public string? Id { get; set; }
    public PostalAddress Address { get; set; } = Nowhere;
    public PartyContact Contact { get; set; } = Nobody;

    internal static readonly PostalAddress Nowhere = new();
    internal static readonly PartyContact Nobody = new();

    public bool IsEmpty => Name is null && Gln is null && VatId is null && Id is null && Address == Nowhere && Contact == Nobody;

    public Party? Build() => IsEmpty ? null : new()
    {
        Name = Name,
        Gln = Gln,
        VatId = VatId,
        Id = Id,
        Address = Address == Nowhere ? null : Address,
        Contact = Contact == Nobody ? null : Contact,
    };
}
