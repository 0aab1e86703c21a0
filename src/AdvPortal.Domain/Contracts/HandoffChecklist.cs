using System.Globalization;
using AdvPortal.Domain.Clients;

namespace AdvPortal.Domain.Contracts;

/// <summary>The parts in which a handoff is filled in.</summary>
public enum HandoffStep { Contract, Sites, Prices, Requirements, Promises }

/// <summary>One thing that an ADV needs before the first order comes.</summary>
public sealed record HandoffPoint(HandoffStep Step, Message What, bool IsThere);

/// <summary>The gate of a handoff: everything without which the first order would be asked about, as its type of contract asks for it.</summary>
public static class HandoffChecklist
{
    public static IReadOnlyList<HandoffPoint> Of(HandoffContent content) => [.. Fields(content).Concat(Rows(content)).Concat(Answers(content)).OrderBy(point => point.Step)];

    /// <summary>« Oui » needs the client's words; « à demander » is no answer yet.</summary>
    public static bool IsAnswered(HandoffContent content, HandoffQuestion question) => content.AnswerOf(question) switch
    {
        AnswerTo.No => true,
        AnswerTo.Yes => content.Sentences.Any(said => said.Question == question && Said(said.Sentence) && Said(said.Who)),
        _ => false,
    };

    private static IEnumerable<HandoffPoint> Fields(HandoffContent content) =>
        from field in Enum.GetValues<HandoffField>()
        where content.Contract.Type.Asks(field)
        select Point(StepOf(field), field.ToString(), IsThere(content, field));

    private static HandoffStep StepOf(HandoffField field) => field switch
    {
        HandoffField.Site or HandoffField.Buyer or HandoffField.Accounting => HandoffStep.Sites,
        HandoffField.Price => HandoffStep.Prices,
        _ => HandoffStep.Contract,
    };

    // A client of long standing has a name, sites and contacts already.
    private static bool IsThere(HandoffContent content, HandoffField field)
    {
        var (client, contract) = (content.Client, content.Contract);

        return field switch
        {
            HandoffField.ClientName => client.Id is not null || Said(client.Name),
            HandoffField.ClientCode => client.Id is not null || Said(client.Code),
            HandoffField.Reference => Said(contract.Reference),
            HandoffField.SignedOn => contract.SignedOn is not null,
            HandoffField.StartsOn => contract.StartsOn is { } start && !(contract.EndsOn < start),
            HandoffField.EndsOn => contract.EndsOn is not null,
            HandoffField.Renewal => contract is { Renewal: ContractRenewal.None or ContractRenewal.Agreed } or { Renewal: ContractRenewal.Tacit, NoticeMonths: not null },
            HandoffField.Amount => contract.Amount is > 0,
            HandoffField.Site => client.Id is not null || content.Sites.Count > 0,
            HandoffField.Buyer => client.Id is not null || Reaches(content, ContactRole.Buyer),
            HandoffField.Accounting => client.Id is not null || Reaches(content, ContactRole.Accounting),
            _ => content.Prices.Count > 0,
        };
    }

    // What is written down is complete, whether it was asked or not.
    private static IEnumerable<HandoffPoint> Rows(HandoffContent content)
    {
        foreach (var (site, at) in content.Sites.Select((site, at) => (site, at)))
        {
            yield return Point(HandoffStep.Sites, "Address", Said(site.Name) && Said(site.Postcode) && Said(site.City), site.Name ?? Place(at));
        }

        foreach (var (contact, at) in content.Contacts.Select((contact, at) => (contact, at)))
        {
            yield return Point(HandoffStep.Sites, "ContactName", Said(contact.Name), contact.Email ?? Place(at));
        }

        if (content.Prices.Count > 0)
        {
            var endless = content.Prices.Where(price => (price.ValidUntil ?? content.Contract.EndsOn) is null).Select(price => price.ProductCode ?? "?").ToList();
            yield return Point(HandoffStep.Prices, "PriceComplete", content.Prices.All(price => Said(price.ProductCode) && price is { NetPrice: >= 0, PriceBaseQuantity: > 0 }));

            // What is agreed for a volume is agreed for a period.
            if (content.Contract.Type.Asks(HandoffField.EndsOn) || content.Prices.Any(price => price.AgreedQuantity is not null))
            {
                yield return Point(HandoffStep.Prices, "PriceEnds", endless.Count == 0, string.Join(", ", endless.Take(3)));
            }
        }

        foreach (var promise in content.Promises)
        {
            yield return Point(HandoffStep.Promises, "Promise", Said(promise.What) && Said(promise.Who) && promise.By is not null, promise.What ?? "…");
        }
    }

    private static IEnumerable<HandoffPoint> Answers(HandoffContent content) =>
        from question in Enum.GetValues<HandoffQuestion>()
        where content.Asks(question)
        select Point(HandoffStep.Requirements, "Answer", IsAnswered(content, question), question);

    private static bool Reaches(HandoffContent content, ContactRole role) => content.Contacts.Any(contact => contact.Role == role && Said(contact.Name) && Said(contact.Email));

    private static string Place(int at) => (at + 1).ToString(CultureInfo.InvariantCulture);

    private static HandoffPoint Point(HandoffStep step, string key, bool isThere, params object[] parts) => new(step, new($"Handoff.Missing.{key}", parts), isThere);

    private static bool Said(string? text) => !string.IsNullOrWhiteSpace(text);
}
