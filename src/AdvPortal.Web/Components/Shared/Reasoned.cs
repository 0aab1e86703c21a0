namespace AdvPortal.Web.Components.Shared;

/// <summary>What a person answered to « Déroger… ».</summary>
/// <param name="AgreedBy">Who said so, in the person's own words; empty when nobody was asked for.</param>
public sealed record Reasoned(string Reason, string AgreedBy);
