using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using AdvPortal.Application.Tenders;
using AdvPortal.Web.Components.Shared;

namespace AdvPortal.Web.Components.Tenders;

/// <summary>A tender as it is being typed: what its draft keeps.</summary>
public sealed class TypedTender
{
    /// <summary>All but the lines.</summary>
    public TenderForm Head { get; set; } = new();

    public List<TypedGoods> Lines { get; set; } = [];

    /// <summary>The mark of what it is typed over; null for a new tender.</summary>
    public string? Over { get; set; }

    /// <summary>What was typed over a tender that a colleague has changed since: it is read, and takes nothing's place.</summary>
    public TypedTender? Before { get; set; }

    internal static TypedTender Of(TenderView it) => new()
    {
        Head = new()
        {
            ClientId = it.ClientId,
            ContactId = it.ContactId,
            Title = it.Title,
            Words = it.Words,
            CustomerReference = it.CustomerReference,
            QuestionsDueAt = it.QuestionsDueAt,
            SubmissionDueAt = it.SubmissionDueAt,
        },
        Lines = [.. it.Lines.Select(TypedGoods.Of)],
        Over = MarkOf(it),
    };

    /// <summary>The same as long as nobody changes what is asked for or offered; who answers what was asked of them changes neither.</summary>
    internal static string MarkOf(TenderView it)
    {
        var lines = it.Lines.Select(line => line with { Contract = [], Outcome = null });
        var typedOver = new { it.ContactId, it.Title, it.Words, it.CustomerReference, it.QuestionsDueAt, it.SubmissionDueAt, Lines = lines };

        return Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(typedOver, DomainJson.Options)));
    }

    /// <summary>Reads what was typed, and leaves out lines in which nothing was.</summary>
    public TenderForm ToForm()
    {
        Lines.ForEach(line => line.Read());
        TypedLines.DropBlank(Lines, line => line.IsEmpty);
        Head.Lines = [.. Lines.Where(line => !line.IsEmpty).Select(line => line.ToLine())];

        return Head;
    }
}

/// <summary>One line as it is typed.</summary>
public sealed class TypedGoods
{
    private List<decimal> _quantities = [];

    public Guid? Id { get; init; }
    public string? LineNo { get; init; }
    public string? Product { get; set; }
    public string? BuyerCode { get; init; }

    /// <summary>Whose code and unit these are.</summary>
    public string? Was { get; init; }

    public string? Description { get; set; }
    public string? Unit { get; init; }
    public string? Quantities { get; set; }
    public decimal? Target { get; set; }
    public decimal? PriceBase { get; set; }
    internal bool IsWrong { get; private set; }
    internal bool IsEmpty => string.IsNullOrWhiteSpace(Product) && string.IsNullOrWhiteSpace(Description) && string.IsNullOrWhiteSpace(Quantities);

    internal static TypedGoods Of(TenderView.Line line) => new()
    {
        Id = line.Id,
        LineNo = line.LineNo,
        Product = line.ProductCode,
        Was = line.ProductCode,
        BuyerCode = line.BuyerCode,
        Description = line.Description,
        Unit = line.Unit,
        Quantities = Write(line.Quantities),
        Target = line.TargetPrice?.Plain(),
        PriceBase = line.PriceBaseQuantity.Plain(),
    };

    internal static TypedGoods Of(ReadTenderSource.Line said) => new()
    {
        Product = said.ProductCode,
        Was = said.ProductCode,
        BuyerCode = said.BuyerCode,
        Description = said.Description,
        Unit = said.Unit,
        Quantities = Write(said.Quantities),
    };

    internal void Read()
    {
        (_quantities, IsWrong) = ([], false);

        foreach (var typed in (Quantities ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (NumberReading.TryRead(typed, CultureInfo.CurrentCulture, out var quantity))
            {
                _quantities.Add(quantity);
            }
            else
            {
                IsWrong = true;
            }
        }
    }

    internal TenderForm.Line ToLine() => new()
    {
        Id = Id,
        LineNo = LineNo,
        ProductCode = Said(Product),
        BuyerCode = Said(Product) == Was ? BuyerCode : null,
        Description = Said(Description),
        Unit = Said(Product) == Was ? Unit : null,
        Quantities = _quantities,
        TargetPrice = Target,
        PriceBaseQuantity = PriceBase,
    };

    private static string Write(IEnumerable<decimal> quantities) => string.Join(CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "fr" ? "\u202F; " : "; ", quantities.Select(quantity => Wording.Quantity(quantity, CultureInfo.CurrentCulture)));

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
