namespace AdvPortal.Persistence.Common;

/// <summary>A key that signs cookies and links, shared by every node and kept across restarts. Of no tenant.</summary>
public sealed class DataProtectionKey
{
    private DataProtectionKey() { }

    public DataProtectionKey(string name, string xml) => (Name, Xml) = (name, xml);

    public Guid Id { get; private set; } = Ids.Next();
    public string Name { get; private set; } = null!;
    public string Xml { get; private set; } = null!;
}
