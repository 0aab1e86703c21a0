namespace AdvPortal.Web.Api;

/// <summary>Reads what a query names as the API writes it: camelCase, whatever the case. A number is no name.</summary>
internal static class QueryName
{
    /// <summary>False for a name of nothing; nothing said is no name, and fits.</summary>
    public static bool Fits<T>(string? name, out T? value) where T : struct, Enum
    {
        value = null;

        if (string.IsNullOrEmpty(name))
        {
            return true;
        }

        if (!char.IsLetter(name[0]) || !Enum.TryParse<T>(name, ignoreCase: true, out var named) || !Enum.IsDefined(named))
        {
            return false;
        }

        value = named;

        return true;
    }
}
