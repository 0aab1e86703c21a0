using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web;

/// <summary>All words of the UI, read once from every resource below Texts. A missing key is a bug: strict, it throws; else it is shown as it is and logged once.</summary>
public sealed class TextCatalog(ILogger<TextCatalog> log, bool strict = false) : IStringLocalizer<Texts>
{
    private const string Prefix = "AdvPortal.Web.Texts.";
    private const string Suffix = ".resources";

    /// <summary>Behind a key: how it is said of one. The first argument is what is counted.</summary>
    private const string One = ".One";

    private static readonly Action<ILogger, string, string, Exception?> _missing =
        LoggerMessage.Define<string, string>(LogLevel.Error, new(1, "TextMissing"), "No text is called {Key} in {Language}");

    private static readonly FrozenDictionary<string, string> _french = Read(CultureInfo.InvariantCulture);
    private static readonly FrozenDictionary<string, string> _english = Read(CultureInfo.GetCultureInfo("en"));
    private readonly ConcurrentDictionary<string, bool> _logged = new(StringComparer.Ordinal);

    public LocalizedString this[string name] => Find(name, format: null);

    public LocalizedString this[string name, params object[] arguments] => Find(name, arguments);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        Current.Select(text => new LocalizedString(text.Key, text.Value));

    /// <summary>Whether there are words for a name that comes from stored rows: a use case of a version long gone may still stand in them.</summary>
    public static bool Has(string name) => _french.ContainsKey(name);

    private static FrozenDictionary<string, string> Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? _english : _french;

    private LocalizedString Find(string name, object[]? format)
    {
        if ((CountsOne(format) && Current.TryGetValue(name + One, out var text)) || Current.TryGetValue(name, out text))
        {
            return new(name, format is null ? text : string.Format(CultureInfo.CurrentCulture, Stopped(text, format), format));
        }

        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

        if (strict)
        {
            throw new KeyNotFoundException($"No text is called {name} in {language}.");
        }

        if (_logged.TryAdd($"{language}/{name}", true))
        {
            _missing(log, name, language, null);
        }

        return new(name, name, resourceNotFound: true);
    }

    // An abbreviation brings the full stop that ends the sentence: « promise le mar. 24 nov. ».
    private static string Stopped(string text, object[] format)
    {
        for (var gap = 0; gap < format.Length; gap++)
        {
            if (format[gap] is string word && word.EndsWith('.') && $"{{{gap}}}" is var filled && text.IndexOf($"{filled}.", StringComparison.Ordinal) is >= 0 and var at
                && at + filled.Length + 1 is var next && (next == text.Length || text[next] == ' '))
            {
                text = text.Remove(next - 1, 1);
            }
        }

        return text;
    }

    // French has nothing in the singular too: « 0 commande ».
    private static bool CountsOne(object[]? format) =>
        format is [int count, ..] && (count == 1 || (count == 0 && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr"));

    private static FrozenDictionary<string, string> Read(CultureInfo culture) =>
        Resources()
            .SelectMany(name => new ResourceManager(name, Here).GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.Cast<DictionaryEntry>()
                ?? throw new MissingManifestResourceException($"{name} has no words in '{culture.Name}'."))
            .ToFrozenDictionary(text => (string)text.Key, text => (string)text.Value!, StringComparer.Ordinal);

    private static Assembly Here => typeof(TextCatalog).Assembly;

    private static IEnumerable<string> Resources() =>
        from name in Here.GetManifestResourceNames()
        where name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal)
        select name[..^Suffix.Length];
}
