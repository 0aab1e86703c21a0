namespace AdvPortal.Domain.Tests.Common;

public sealed class IdsTests
{
    [Fact]
    public void Ids_sort_as_they_were_made_also_within_a_millisecond()
    {
        var made = Enumerable.Range(0, 20_000).Select(_ => Ids.New<OrderId>().Value).ToList();

        Assert.Equal(made.Order(), made);
        Assert.Equal(made.Select(id => id.ToString()).Order(StringComparer.Ordinal), made.Select(id => id.ToString()));
        Assert.Equal(made.Count, made.Distinct().Count());
    }

    [Fact]
    public void Many_threads_make_no_id_twice_and_each_makes_its_own_in_order()
    {
        var before = Ids.Next();
        var made = new Guid[8][];
        using var together = new Barrier(made.Length);
        var threads = made.Select((_, one) => new Thread(() =>
        {
            together.SignalAndWait();
            made[one] = [.. Enumerable.Range(0, 20_000).Select(_ => Ids.Next())];
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        var after = Ids.Next();

        Assert.All(made, ids => Assert.Equal(ids.Order(), ids));
        var all = made.SelectMany(ids => ids).ToHashSet();
        Assert.Equal(8 * 20_000, all.Count);
        Assert.All(all, id => Assert.True(before < id && id < after));
    }

    [Fact]
    public void An_id_is_a_uuid_of_version_7_of_this_moment_and_what_follows_its_counter_is_random()
    {
        var (clock, made) = (Guid.CreateVersion7(), Enumerable.Range(0, 1000).Select(_ => Ids.Next()).ToList());

        Assert.All(made, id => Assert.Equal((7, true), (id.Version, id.ToString()[19] is '8' or '9' or 'a' or 'b')));
        Assert.InRange(Milliseconds(made[0]), Milliseconds(clock), Milliseconds(clock) + 60_000);
        Assert.Equal(made.Count, made.Select(id => id.ToString("N")[16..]).Distinct(StringComparer.Ordinal).Count());
    }

    private static long Milliseconds(Guid id) => Convert.ToInt64(id.ToString("N")[..12], 16);
}
