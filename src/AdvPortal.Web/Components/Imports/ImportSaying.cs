using AdvPortal.Application.Imports;

namespace AdvPortal.Web.Components.Imports;

/// <summary>How a list is spoken of: goods are shipped or known already, where anything else is created or unchanged.</summary>
internal static class ImportSaying
{
    public static string Saying(this ImportKind kind, string key) => $"{key}.{kind}" is var own && TextCatalog.Has(own) ? own : key;
}
