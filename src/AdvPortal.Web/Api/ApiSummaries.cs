using System.Reflection;
using System.Xml.Linq;
using AdvPortal.Application.Common;

namespace AdvPortal.Web.Api;

/// <summary>What each operation is for, in the words that stand over its use case: they are written once.</summary>
internal static class ApiSummaries
{
    private static readonly Lazy<Dictionary<string, string>> _words = new(Read);

    public static string? Of(MethodInfo handler) =>
        handler.GetParameters().Select(p => p.ParameterType).FirstOrDefault(type => type.IsDefined(typeof(UseCaseAttribute), inherit: false)) is { FullName: { } name }
            ? _words.Value.GetValueOrDefault($"T:{name}")
            : null;

    // Beside the assembly in every build and publication; where somebody left it out, operations go without.
    private static Dictionary<string, string> Read()
    {
        var file = Path.Combine(AppContext.BaseDirectory, $"{typeof(UseCaseAttribute).Assembly.GetName().Name}.xml");

        return !File.Exists(file) ? []
            : XDocument.Load(file).Descendants("member").Where(member => member.Element("summary") is not null)
                .ToDictionary(member => member.Attribute("name")!.Value, member => Flat(member.Element("summary")!), StringComparer.Ordinal);
    }

    private static string Flat(XElement summary) =>
        string.Join(' ', string.Concat(summary.Nodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement element => element.Value is { Length: > 0 } words ? words : Named(element),
            _ => "",
        })).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // « T:AdvPortal.Domain.Orders.Order » is an order; a form's parameter goes by its name.
    private static string Named(XElement element) =>
        ((string?)element.Attribute("cref") ?? (string?)element.Attribute("name") ?? (string?)element.Attribute("langword") ?? "").Split('.', ':')[^1];
}
