using System.Globalization;
using AdvPortal.Application.Outbox;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Tenants;
using AdvPortal.Domain.Tenders;
using AdvPortal.Exchange.Tenders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Tenders;

/// <summary>All that an offer on paper needs to know, read once; and the paper itself.</summary>
internal sealed record OfferBasis(Tender Tender, TenantSettings Settings, Correspondents People)
{
    public Client Client => People.Client;

    public static async Task<OfferBasis> ReadAsync(AdvDbContext db, TenantClock clock, Tender tender, TenantSettings settings, CancellationToken ct)
    {
        var visit = new Visit(db);
        var people = Correspondents.Ask(db, visit, clock, tender.ClientId);
        await visit.GoAsync(ct);

        return new(tender, settings, people());
    }

    /// <summary>Whoever asks, then those who buy.</summary>
    public IEnumerable<Contact> Addressees => People.Contacts.Where(c => c.Email is not null).OrderBy(c => c.Id != Tender.ContactId).ThenBy(c => c.Role is not ContactRole.Buyer).ThenBy(c => c.Name, StringComparer.Ordinal);

    /// <summary>What a client reads beside the lines, as it stands.</summary>
    /// <param name="language">ISO 639-1.</param>
    /// <param name="day">On which it leaves, or left: what was answered later is not in it.</param>
    public OfferedTerms Terms(string language, DateOnly day) => new(
        language, day, Settings.LegalName,
        [.. new[] { Settings.Address.Street, $"{Settings.Address.Postcode} {Settings.Address.City}".Trim() }.Where(line => !string.IsNullOrWhiteSpace(line)).OfType<string>()],
        Client.Name, People.Contacts.FirstOrDefault(c => c.Id == Tender.ContactId)?.Name, Tender.CustomerReference, Tender.Title, Tender.Currency,
        [.. Tender.Questions.OrderBy(question => question.Position)
            .Where(question => question is { Voice: TenderVoice.Client, Answer: not null } && question.AnsweredOn <= day).Select(question => new OfferedAnswer(question.Text, question.Answer!))],
        People.Answering is { } member ? new(member.Name, member.Email) : null);

    public static string NameOf(Tender tender, int version) => string.Create(CultureInfo.InvariantCulture, $"{tender.Number}-v{version}.pdf");

    /// <param name="version">Null for the offer as it stands: a draft.</param>
    public static (string Name, byte[] Bytes) Print(Tender tender, OfferedTerms terms, TenderVersion? version)
    {
        var number = version?.Number ?? tender.Versions.Count + 1;

        return (NameOf(tender, number), TenderPdf.Write(new()
        {
            Language = terms.Language,
            Number = tender.Number,
            Version = number,
            IsDraft = version is null,
            IssuedOn = terms.IssuedOn,
            Company = terms.Company,
            Address = terms.Address,
            Client = terms.Client,
            Contact = terms.Contact,
            CustomerReference = terms.CustomerReference,
            Title = terms.Title,
            Currency = terms.Currency,
            Lines = version?.Lines ?? [.. tender.Lines.OrderBy(line => line.Position).Select(line => line.Freeze())],
            Answers = [.. terms.Answers.Select(each => (each.Question, each.Answer))],
            Answering = terms.Answering is { } by ? (by.Name, by.Email) : null,
        }));
    }
}
