namespace AdvPortal.Domain.Portfolios;

/// <summary>That a stand-in has read, or printed, their pack, and what it said then.</summary>
public sealed class BriefingReceipt : TenantOwned
{
    private BriefingReceipt() { }

    public BriefingReceipt(AbsenceId absence, MemberId standIn) => (AbsenceId, StandInId) = (absence, standIn);

    public Guid Id { get; private set; } = Ids.Next();
    public AbsenceId AbsenceId { get; private set; }
    public MemberId StandInId { get; private set; }

    /// <summary>The last time that the stand-in said so.</summary>
    public DateTimeOffset ReadAt { get; private set; }

    public IReadOnlyList<SeenPoint> Seen { get; private set; } = [];

    public void Read(IEnumerable<BriefedClient> clients, DateTimeOffset now) =>
        (ReadAt, Seen) = (now, [.. clients.SelectMany(client => client.Points).Select(point => new SeenPoint(point.Key, point.Said, point.Title))]);
}
