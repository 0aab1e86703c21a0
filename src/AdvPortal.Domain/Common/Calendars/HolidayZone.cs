using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Common.Calendars;

/// <summary>Which public holidays of France apply: Alsace and Moselle keep two more, each territory overseas its own.</summary>
[JsonConverter(typeof(CamelCaseEnum<HolidayZone>))]
public enum HolidayZone
{
    [JsonStringEnumMemberName("fr-metropole")] FrMetropole,
    [JsonStringEnumMemberName("fr-alsace-moselle")] FrAlsaceMoselle,
    [JsonStringEnumMemberName("fr-guadeloupe")] FrGuadeloupe,
    [JsonStringEnumMemberName("fr-martinique")] FrMartinique,
    [JsonStringEnumMemberName("fr-guyane")] FrGuyane,
    [JsonStringEnumMemberName("fr-la-reunion")] FrLaReunion,
    [JsonStringEnumMemberName("fr-mayotte")] FrMayotte,
    [JsonStringEnumMemberName("fr-saint-martin")] FrSaintMartin,
    [JsonStringEnumMemberName("fr-saint-barthelemy")] FrSaintBarthelemy,
    [JsonStringEnumMemberName("fr-saint-pierre-et-miquelon")] FrSaintPierreEtMiquelon,
    [JsonStringEnumMemberName("fr-nouvelle-caledonie")] FrNouvelleCaledonie,
    [JsonStringEnumMemberName("fr-polynesie")] FrPolynesie,
    [JsonStringEnumMemberName("fr-wallis-et-futuna")] FrWallisEtFutuna,
}
