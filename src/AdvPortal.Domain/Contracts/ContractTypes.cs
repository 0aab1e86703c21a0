using System.Collections.Frozen;
using System.Text.Json.Serialization;
using static AdvPortal.Domain.Contracts.HandoffField;
using static AdvPortal.Domain.Contracts.HandoffQuestion;

namespace AdvPortal.Domain.Contracts;

/// <summary>What was signed: it says what the desk has to know before the first order.</summary>
[JsonConverter(typeof(CamelCaseEnum<ContractType>))]
public enum ContractType
{
    /// <summary>« Contrat-cadre »: prices and terms for years, the orders come one by one. What nobody says otherwise is one.</summary>
    Framework,

    /// <summary>« Marché annuel »: a price list for a year, after which everything is agreed anew.</summary>
    AnnualSupply,

    /// <summary>« Affaire à prix fixe »: one project, one amount, whatever it is made of.</summary>
    Project,

    /// <summary>« Service, maintenance »: work at a site, again and again, that has no price by product.</summary>
    Service,

    /// <summary>« Commande ponctuelle, essai »: once, to see.</summary>
    Spot,
}

/// <summary>What becomes of a contract after its last day.</summary>
[JsonConverter(typeof(CamelCaseEnum<ContractRenewal>))]
public enum ContractRenewal
{
    /// <summary>It ends.</summary>
    None,

    /// <summary>It goes on, unless one of the two gives notice in time.</summary>
    Tacit,

    /// <summary>It goes on when both say so.</summary>
    Agreed,
}

/// <summary>What a handoff may have to say once, beside what the client expects.</summary>
public enum HandoffField { ClientName, ClientCode, Reference, SignedOn, StartsOn, EndsOn, Renewal, Amount, Site, Buyer, Accounting, Price }

/// <summary>The one table that says what each type of contract is asked. What it does not ask may still be said, and is then complete.</summary>
public static class ContractTypes
{
    private static readonly HandoffField[] _always = [ClientName, ClientCode, SignedOn, StartsOn, Site, Buyer];

    private static readonly FrozenDictionary<ContractType, (FrozenSet<HandoffField> Fields, FrozenSet<HandoffQuestion> Questions)> _table =
        new Dictionary<ContractType, (HandoffField[] Fields, HandoffQuestion[] Questions)>
        {
            [ContractType.Framework] = ([Reference, EndsOn, Renewal, Accounting, Price], Enum.GetValues<HandoffQuestion>()),
            [ContractType.AnnualSupply] = ([Reference, EndsOn, Accounting, Price], Enum.GetValues<HandoffQuestion>()),
            [ContractType.Project] = ([Reference, EndsOn, Amount, Accounting], [DeliveryTimes, Labelling, Documents, PartialDelivery, Invoicing]),
            [ContractType.Service] = ([Reference, EndsOn, Renewal, Accounting], [DeliveryTimes, Documents, Invoicing]),
            [ContractType.Spot] = ([Price], [DeliveryTimes, Labelling, Documents, PartialDelivery]),
        }.ToFrozenDictionary(row => row.Key, row => (row.Value.Fields.Concat(_always).ToFrozenSet(), row.Value.Questions.ToFrozenSet()));

    public static bool Asks(this ContractType type, HandoffField field) => _table[type].Fields.Contains(field);

    public static bool Asks(this ContractType type, HandoffQuestion question) => _table[type].Questions.Contains(question);
}
