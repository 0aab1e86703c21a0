namespace AdvPortal.Domain.Common;

/// <summary>Marks what can identify a person: history keeps it apart from the hashed record, so that it can be erased on request.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalDataAttribute : Attribute;
