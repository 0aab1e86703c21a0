using AdvPortal.Domain.Clients;
using FluentValidation;

namespace AdvPortal.Application.Clients;

/// <summary>What is filled in about a client.</summary>
public sealed class ClientForm
{
    public string? Code { get; set; }
    public string? Name { get; set; }
    public string? VatId { get; set => field = Typed.Packed(value)?.ToUpperInvariant(); }
    public string? Siren { get; set => field = Typed.Packed(value); }
    public string? Gln { get; set => field = Typed.Packed(value); }
    public string? Language { get; set => field = Typed.OrNull(value); }
    public string? Currency { get; set => field = Typed.OrNull(value)?.ToUpperInvariant(); }
    public string? Phone { get; set => field = Typed.OrNull(value); }
    public string? Notes { get; set => field = Typed.OrNull(value); }

    public static ClientForm Of(ClientView client) => new()
    {
        Code = client.Code,
        Name = client.Name,
        VatId = client.VatId,
        Siren = client.Siren,
        Gln = client.Gln,
        Language = client.Language,
        Currency = client.Currency,
        Phone = client.Phone,
        Notes = client.Notes,
    };

    internal void WriteTo(Client client)
    {
        client.Rename(Code!, Name!);
        client.Identify(VatId, Siren, Gln);
        client.Deal(Language ?? client.Language, Currency ?? client.Currency);
        client.Note(Phone, Notes);
    }
}

/// <summary>Whether a client is filled in properly.</summary>
public sealed class ClientValidator : AbstractValidator<ClientForm>
{
    public ClientValidator()
    {
        RuleFor(f => f.Code).NotEmpty().WithMessage("EnterClientCode").MaximumLength(Client.CodeMaxLength).WithMessage("ClientCodeTooLong");
        RuleFor(f => f.Name).NotEmpty().WithMessage("EnterName").MaximumLength(Client.NameMaxLength).WithMessage("NameTooLong");
        RuleFor(f => f.Gln).Matches("^[0-9]{13}$").WithMessage("GlnHasThirteenDigits");
        RuleFor(f => f.Siren).Matches("^[0-9]{9}$").WithMessage("SirenHasNineDigits");
        RuleFor(f => f.Language).Matches("^[a-z]{2}$").WithMessage("LanguageHasTwoLetters");
        RuleFor(f => f.Currency).Matches("^[A-Z]{3}$").WithMessage("CurrencyHasThreeLetters");
    }
}

/// <summary>What is filled in about a place of delivery.</summary>
public sealed class SiteForm
{
    public string? Name { get; set; }
    public string? Gln { get; set => field = Typed.Packed(value); }
    public string? TimeZone { get; set => field = Typed.OrNull(value); }
    public PostalAddress? Address { get; set; }
    public string? Notes { get; set => field = Typed.OrNull(value); }

    public static SiteForm Of(SiteView site) => new() { Name = site.Name, Gln = site.Gln, TimeZone = site.TimeZone, Address = site.Address, Notes = site.Notes };
}

/// <summary>Whether a site is filled in properly.</summary>
public sealed class SiteValidator : AbstractValidator<SiteForm>
{
    public SiteValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("EnterName").MaximumLength(Site.NameMaxLength).WithMessage("NameTooLong");
        RuleFor(f => f.Gln).Matches("^[0-9]{13}$").WithMessage("GlnHasThirteenDigits");
        RuleFor(f => f.TimeZone).Must(zone => zone is null || TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)).WithMessage("UnknownTimeZone");
        RuleFor(f => f.Address!.Country).Matches("^[A-Z]{2}$").WithMessage("CountryHasTwoLetters").When(f => f.Address is not null);
    }
}

/// <summary>What is filled in about a person at the client's.</summary>
public sealed class ContactForm
{
    public string? Name { get; set; }
    public ContactRole Role { get; set; }
    public string? Email { get; set => field = Typed.OrNull(value); }
    public string? Phone { get; set => field = Typed.OrNull(value); }
    public string? Language { get; set => field = Typed.OrNull(value); }
    public SiteId? SiteId { get; set; }

    /// <summary>How they like to be dealt with.</summary>
    public string? Habits { get; set => field = Typed.OrNull(value); }

    public static ContactForm Of(ContactView contact) => new()
    {
        Name = contact.Name,
        Role = contact.Role,
        Email = contact.Email,
        Phone = contact.Phone,
        Language = contact.Language,
        SiteId = contact.SiteId,
        Habits = contact.Habits,
    };
}

/// <summary>Whether a contact is filled in properly.</summary>
public sealed class ContactValidator : AbstractValidator<ContactForm>
{
    public ContactValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("EnterName").MaximumLength(Contact.NameMaxLength).WithMessage("NameTooLong");
        RuleFor(f => f.Email).EmailAddress().WithMessage("EmailNotValid");
        RuleFor(f => f.Habits).MaximumLength(Contact.HabitsMaxLength).WithMessage("HabitsTooLong");
    }
}
