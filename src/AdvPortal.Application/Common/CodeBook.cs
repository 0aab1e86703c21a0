namespace AdvPortal.Application.Common;

/// <summary>Looks things up by code as people write it: as it stands first, then whatever its case, unless two are meant. Two codes that differ by case only are two codes.</summary>
internal sealed class CodeBook<T> where T : class
{
    private readonly Dictionary<string, T> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T?> _loose = new(StringComparer.OrdinalIgnoreCase);

    public CodeBook(IEnumerable<T> things, Func<T, string> code)
    {
        foreach (var thing in things)
        {
            _exact.TryAdd(code(thing), thing);

            if (!_loose.TryAdd(code(thing), thing))
            {
                _loose[code(thing)] = null;
            }
        }
    }

    public T? Find(string code) => _exact.GetValueOrDefault(code) ?? _loose.GetValueOrDefault(code);
}
