using AdvPortal.Application.Intake;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Application.Tests.Intake;

public sealed class DrawnOriginalsTests
{
    private static readonly TenantId _tenant = Ids.New<TenantId>();

    private readonly DrawnOriginals _drawn = new();

    [Fact]
    public void What_was_drawn_is_found_again_by_its_own_company_only()
    {
        var (id, original) = (Ids.New<OrderDocumentId>(), Drawing(100));
        _drawn.Keep(_tenant, id, original);

        Assert.Same(original, _drawn.Find(_tenant, id));
        Assert.Null(_drawn.Find(Ids.New<TenantId>(), id));
    }

    [Fact]
    public void What_nobody_has_looked_at_for_longest_makes_room()
    {
        var ids = Enumerable.Range(0, 4).Select(_ => Ids.New<OrderDocumentId>()).ToList();
        ids[..3].ForEach(id => _drawn.Keep(_tenant, id, Drawing((int)(DrawnOriginals.MostBytes / 8))));
        _drawn.Find(_tenant, ids[0]);
        _drawn.Keep(_tenant, ids[3], Drawing((int)(DrawnOriginals.MostBytes / 8)));

        Assert.Equal([true, false, true, true], ids.Select(id => _drawn.Find(_tenant, id) is not null));
    }

    [Fact]
    public void What_is_too_large_for_all_of_it_or_failed_is_not_kept()
    {
        var (large, failed) = (Ids.New<OrderDocumentId>(), Ids.New<OrderDocumentId>());
        _drawn.Keep(_tenant, large, Drawing((int)DrawnOriginals.MostBytes));
        _drawn.Keep(_tenant, failed, DocumentOriginal.Nothing);

        Assert.Null(_drawn.Find(_tenant, large));
        Assert.Null(_drawn.Find(_tenant, failed));
    }

    // Two bytes a character.
    private static DocumentOriginal Drawing(int characters) => new([new TextPart(null, [new(new('a', characters))])], []);
}
