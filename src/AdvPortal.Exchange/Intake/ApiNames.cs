using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdvPortal.Exchange.Intake;

/// <summary>The names of the REST contract for the words of a reading: <c>edifact-orders</c>, <c>import-with-warnings</c>, <c>warning</c>.</summary>
public static class ApiNames
{
    public static string ApiName(this DocumentFormat format) => Kebab(format.ToString());

    public static string ApiName(this ReadingVerdict verdict) => Kebab(verdict.ToString());

    public static string ApiName(this ProblemSeverity severity) => Kebab(severity.ToString());

    public static string ApiName(this ChangeKind kind) => Kebab(kind.ToString());

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}

/// <summary>Writes an enumeration under its name in the REST contract.</summary>
public sealed class ApiNameConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) where T : struct, Enum;
