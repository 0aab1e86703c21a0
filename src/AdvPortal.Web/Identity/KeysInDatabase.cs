using System.Xml.Linq;
using AdvPortal.Application.Common;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace AdvPortal.Web.Identity;

/// <summary>Where ASP.NET Core keeps the keys that sign cookies: with the data, for every node and every restart.</summary>
internal sealed class KeysInDatabase(KeyRing keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.Read().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) => keys.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
