using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Common;

/// <summary>The keys that sign cookies, as XML: in the database, so that they outlive a restart and every node knows them.</summary>
public sealed class KeyRing(StoredKeys keys)
{
    public IReadOnlyList<string> Read() => keys.Read();

    public void Add(string name, string xml) => keys.Add(name, xml);
}
