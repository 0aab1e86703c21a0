using System.Text.Json.Serialization;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Contracts;

/// <summary>What the salesperson knows of a client and of what was signed, as far as it is filled in.</summary>
public sealed record HandoffContent
{
    public HandoffClient Client { get; init; } = new();
    public HandoffContract Contract { get; init; } = new();
    public IReadOnlyList<HandoffSite> Sites { get; init; } = [];
    public IReadOnlyList<HandoffContact> Contacts { get; init; } = [];
    public IReadOnlyList<HandoffPrice> Prices { get; init; } = [];

    /// <summary>At most one a question.</summary>
    public IReadOnlyList<HandoffAnswer> Answers { get; init; } = [];

    public IReadOnlyList<HandoffSentence> Sentences { get; init; } = [];
    public IReadOnlyList<HandoffPromise> Promises { get; init; } = [];

    /// <summary>What was marked in the signed contract, or copied out of it.</summary>
    public IReadOnlyList<HandoffClause> Clauses { get; init; } = [];

    /// <summary>Whether the question has to be answered: its type of contract asks it, or somebody has begun to answer it.</summary>
    public bool Asks(HandoffQuestion question) =>
        Contract.Type.Asks(question) || AnswerOf(question) is AnswerTo.Yes or AnswerTo.Ask || Sentences.Any(said => said.Question == question);

    public AnswerTo AnswerOf(HandoffQuestion question) => Answers.FirstOrDefault(answer => answer.Question == question)?.Answer ?? AnswerTo.Open;

    public HandoffContent WithAnswer(HandoffQuestion question, AnswerTo answer) =>
        this with { Answers = [.. Answers.Where(each => each.Question != question), new(question, answer)] };
}

/// <param name="Id">The client, when it is one already; name and code are then its own.</param>
/// <param name="Siren">9 digits (INSEE).</param>
/// <param name="Gln">13 digits (GS1).</param>
public sealed record HandoffClient(ClientId? Id = null, string? Code = null, string? Name = null, string? VatId = null, string? Siren = null, string? Gln = null, string? Phone = null);

/// <param name="EndsOn">Last day; prices without an end of their own end then.</param>
/// <param name="NoticeMonths">How long before the last day notice is given, where the contract would go on without.</param>
/// <param name="Amount">The fixed price of all of it, net, in the tenant's contract currency (EUR).</param>
public sealed record HandoffContract(
    string? Reference = null, DateOnly? SignedOn = null, DateOnly? StartsOn = null, DateOnly? EndsOn = null,
    ContractType Type = ContractType.Framework, ContractRenewal? Renewal = null, int? NoticeMonths = null, decimal? Amount = null)
{
    public const int MostNoticeMonths = 36;

    /// <summary>What becomes of it at its end; only what goes on by itself is given notice of.</summary>
    public HandoffContract Ending(ContractRenewal? renewal) => this with { Renewal = renewal, NoticeMonths = renewal is ContractRenewal.Tacit ? NoticeMonths : null };

    /// <summary>The last day on which notice can be given; null where none has to be.</summary>
    public DateOnly? LastDayOfNotice() => Renewal is ContractRenewal.Tacit && EndsOn is { } end && NoticeMonths is >= 0 and <= MostNoticeMonths and var months && end >= DateOnly.MinValue.AddMonths(months) ? end.AddMonths(-months) : null;
}

/// <summary>A clause of the signed contract: what a price, a requirement or a promise stands on.</summary>
/// <param name="Number">As the contract numbers it: « 6.2 », « Annexe 1 ».</param>
/// <param name="Page">From 1; null where somebody copied it by hand.</param>
public sealed record HandoffClause(string? Number = null, string? Words = null, int? Page = null)
{
    public const int NumberMaxLength = 40;
    public const int WordsMaxLength = 4000;
}

/// <param name="Country">ISO 3166-1 alpha-2; France when nothing is said.</param>
public sealed record HandoffSite(string? Name = null, string? Street = null, string? Postcode = null, string? City = null, string? Country = null, string? Gln = null, string? Notes = null);

public sealed record HandoffContact(string? Name = null, ContactRole Role = ContactRole.Buyer, string? Email = null, string? Phone = null);

/// <param name="NetPrice">In the tenant's contract currency (EUR), for <paramref name="PriceBaseQuantity"/> units.</param>
/// <param name="Clause">The number of the clause that says so.</param>
/// <param name="AgreedQuantity">What the client agreed to take within the contract's period: it becomes a blanket order.</param>
public sealed record HandoffPrice(string? ProductCode = null, decimal? NetPrice = null, decimal PriceBaseQuantity = 1, decimal? MinimumQuantity = null, DateOnly? ValidUntil = null, string? Clause = null, decimal? AgreedQuantity = null);

/// <summary>What is asked about every client, because every client has an answer.</summary>
[JsonConverter(typeof(CamelCaseEnum<HandoffQuestion>))]
public enum HandoffQuestion { DeliveryTimes, Labelling, ProductCodes, Documents, PartialDelivery, Invoicing }

/// <summary>Whether a client insists on something; <see cref="Ask"/> when the salesperson has to find out.</summary>
[JsonConverter(typeof(CamelCaseEnum<AnswerTo>))]
public enum AnswerTo { Open, Yes, No, Ask }

public sealed record HandoffAnswer(HandoffQuestion Question, AnswerTo Answer);

/// <summary>What the client said, word for word: a requirement is made of it once somebody has read it again.</summary>
/// <param name="Question">Null for what no question asked for.</param>
/// <param name="Site">The name of one of the sites; null for all.</param>
/// <param name="Clause">The number of the clause that says so; the requirement names it as its source.</param>
public sealed record HandoffSentence(
    string? Sentence = null, HandoffQuestion? Question = null, string? Who = null, SourceKind How = SourceKind.Contract, DateOnly? On = null, string? Site = null, string? Clause = null)
{
    /// <summary>Only a contract has clauses: told otherwise, none of them is its source.</summary>
    public HandoffSentence ToldBy(SourceKind how) => this with { How = how, Clause = how is SourceKind.Contract ? Clause : null };
}

/// <summary>What sales promised, beside the contract or in it, who keeps it and by when.</summary>
/// <param name="Clause">The number of the clause that says so; null for what stands nowhere else.</param>
public sealed record HandoffPromise(string? What = null, string? Who = null, DateOnly? By = null, string? Clause = null);
