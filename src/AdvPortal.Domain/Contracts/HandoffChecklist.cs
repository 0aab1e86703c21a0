using AdvPortal.Domain.Clients;

namespace AdvPortal.Domain.Contracts;

/// <summary>The parts in which a handoff is filled in.</summary>
public enum HandoffStep { Contract, Sites, Prices, Requirements, Promises }

/// <summary>One thing that an ADV needs before the first order comes.</summary>
public sealed record HandoffPoint(HandoffStep Step, Message What, bool IsThere);

/// <summary>The gate of a handoff: everything without which the first order would be asked about.</summary>
public static class HandoffChecklist
{
    public static IReadOnlyList<HandoffPoint> Of(HandoffContent content) => [.. Points(content)];

    private static IEnumerable<HandoffPoint> Points(HandoffContent content)
    {
        var (client, contract) = (content.Client, content.Contract);
        yield return Point(HandoffStep.Contract, "ClientName", client.Id is not null || Said(client.Name));
        yield return Point(HandoffStep.Contract, "ClientCode", client.Id is not null || Said(client.Code));
        yield return Point(HandoffStep.Contract, "Reference", Said(contract.Reference));
        yield return Point(HandoffStep.Contract, "SignedOn", contract.SignedOn is not null);
        yield return Point(HandoffStep.Contract, "StartsOn", contract.StartsOn is { } start && !(contract.EndsOn < start));

        yield return Point(HandoffStep.Sites, "Site", client.Id is not null || content.Sites.Count > 0);

        foreach (var (site, at) in content.Sites.Select((site, at) => (site, at)))
        {
            yield return Point(HandoffStep.Sites, "Address", Said(site.Name) && Said(site.Postcode) && Said(site.City), site.Name ?? (at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        yield return Point(HandoffStep.Sites, "Buyer", client.Id is not null || Reaches(content, ContactRole.Buyer));
        yield return Point(HandoffStep.Sites, "Accounting", client.Id is not null || Reaches(content, ContactRole.Accounting));

        var endless = content.Prices.Where(price => (price.ValidUntil ?? contract.EndsOn) is null).Select(price => price.ProductCode ?? "?").ToList();
        yield return Point(HandoffStep.Prices, "Price", content.Prices.Count > 0);
        yield return Point(HandoffStep.Prices, "PriceComplete", content.Prices.All(price => Said(price.ProductCode) && price is { NetPrice: >= 0, PriceBaseQuantity: > 0 }));
        yield return Point(HandoffStep.Prices, "PriceEnds", endless.Count == 0, string.Join(", ", endless.Take(3)));

        foreach (var question in Enum.GetValues<HandoffQuestion>())
        {
            yield return Point(HandoffStep.Requirements, "Answer", IsAnswered(content, question), question);
        }

        foreach (var promise in content.Promises)
        {
            yield return Point(HandoffStep.Promises, "Promise", Said(promise.What) && Said(promise.Who) && promise.By is not null, promise.What ?? "…");
        }
    }

    /// <summary>« Oui » needs the client's words; « à demander » is no answer yet.</summary>
    public static bool IsAnswered(HandoffContent content, HandoffQuestion question) => content.AnswerOf(question) switch
    {
        AnswerTo.No => true,
        AnswerTo.Yes => content.Sentences.Any(said => said.Question == question && Said(said.Sentence) && Said(said.Who)),
        _ => false,
    };

    private static bool Reaches(HandoffContent content, ContactRole role) => content.Contacts.Any(contact => contact.Role == role && Said(contact.Name) && Said(contact.Email));

    private static HandoffPoint Point(HandoffStep step, string key, bool isThere, params object[] parts) => new(step, new($"Handoff.Missing.{key}", parts), isThere);

    private static bool Said(string? text) => !string.IsNullOrWhiteSpace(text);
}
