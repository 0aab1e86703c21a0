using System.Globalization;
using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Web.Components.Team;

/// <summary>How a load is said wherever it is: « 61 % » of what somebody carries.</summary>
internal static class LoadWords
{
    public static string Share(decimal load, decimal capacity) => Wording.Percent(Workload.ShareOf(load, capacity), CultureInfo.CurrentCulture);
}
