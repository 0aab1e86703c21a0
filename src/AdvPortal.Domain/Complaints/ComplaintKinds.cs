using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Complaints;

/// <summary>What a complaint is about.</summary>
[JsonConverter(typeof(CamelCaseEnum<ComplaintNature>))]
public enum ComplaintNature { Quality, Logistics, Commercial, Administrative }

/// <summary>On whose side the cause of a complaint lies.</summary>
[JsonConverter(typeof(CamelCaseEnum<ComplaintSide>))]
public enum ComplaintSide { Us, Carrier, Client, Supplier }

/// <summary>How much is at stake for the client: how fast it goes, and how deep it is dug.</summary>
[JsonConverter(typeof(CamelCaseEnum<ComplaintSeverity>))]
public enum ComplaintSeverity { Minor, Major, Critical }

/// <summary>How a complaint reached us.</summary>
[JsonConverter(typeof(CamelCaseEnum<ComplaintChannel>))]
public enum ComplaintChannel { Email, Phone, Portal, DeliveryRefusal, Other }

/// <summary>What a complaint comes from: by it the same causes are counted together.</summary>
[JsonConverter(typeof(CamelCaseEnum<ComplaintCause>))]
public enum ComplaintCause { OrderEntry, Picking, Labelling, Packing, Production, Purchase, Transport, Delay, Price, Documents, Use, Other }

/// <summary>The eight disciplines of a complaint (8D), one after the other.</summary>
[JsonConverter(typeof(CamelCaseEnum<Discipline>))]
public enum Discipline { Team, Problem, Containment, RootCause, Correction, Implementation, Prevention, Closure }

/// <summary>What the client is given for a disputed line: one of them, several, or nothing.</summary>
[Flags, JsonConverter(typeof(FlagsAsList<Settlements>))]
public enum Settlements
{
    None = 0,
    Return = 1,
    CreditNote = 2,
    Replacement = 4,
}

/// <summary>What a step still needs before it is done.</summary>
[JsonConverter(typeof(CamelCaseEnum<StepNeed>))]
public enum StepNeed { Team, Problem, Measure, MeasuresDone, RootCause, Action, ActionsDone, Verification, Prevention, PreventionDone }
