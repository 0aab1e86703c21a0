using AdvPortal.Application.Orders;
using AdvPortal.Application.Tests.Common;

namespace AdvPortal.Application.Tests.Orders;

/// <summary>Two people at one order: whoever saw it as it is may change it, whoever did not is told, and nothing that was saved is lost.</summary>
public sealed class TwoEditorsTests(TestDatabase database)
{
    private const int Interleavings = 200;

    [Fact]
    public async Task However_two_people_take_turns_nothing_that_was_saved_is_lost()
    {
        var turns = new Random(20261123);
        await using var claire = await database.ATenantAsync();
        await using var yanis = await claire.AsAsync(await claire.AMemberAsync("Yanis", Role.Adv), Role.Adv);
        var order = await PlaceAsync(claire);
        var (reference, quantity, version, told) = (order.CustomerReference, order.Lines[0].Quantity, order.Version, 0);

        for (var n = 0; n < Interleavings; n++)
        {
            var seen = new Dictionary<World, int>();
            World[] steps = [claire, claire, yanis, yanis];
            turns.Shuffle(steps);

            // Each reads, then writes; who does so when is chance.
            foreach (var editor in steps)
            {
                if (!seen.Remove(editor, out var read))
                {
                    seen[editor] = await editor.ReadAsync(db => db.Orders.Where(o => o.Id == order.Id).Select(o => o.Version).SingleAsync());
                    continue;
                }

                var number = (n * 10) + seen.Count;
                var saved = await editor.Get<CorrectOrder>().ExecuteAsync(order.Id, form => Edit(form, editor == claire, number), read);
                Assert.Equal(read == version, saved.IsOk);
                told += saved.IsOk ? 0 : 1;

                if (saved.IsOk)
                {
                    (reference, quantity, version) = editor == claire ? ($"R{number}", quantity, saved.Value.Version) : (reference, 1 + number, saved.Value.Version);
                    Assert.Equal((reference, quantity), (saved.Value.CustomerReference, saved.Value.Lines[0].Quantity));
                }
            }
        }

        Assert.InRange(told, 1, int.MaxValue);
        var last = (await claire.Get<ReadOrder>().ExecuteAsync(order.Id)).Value!;
        Assert.Equal((reference, quantity, version), (last.CustomerReference, last.Lines[0].Quantity, last.Version));
        await Chain.VerifyAsync(claire);
    }

    [Fact]
    public async Task Of_two_who_save_at_the_same_moment_one_is_told()
    {
        await using var claire = await database.ATenantAsync();
        await using var yanis = await claire.AsAsync(await claire.AMemberAsync("Yanis", Role.Adv), Role.Adv);
        var order = await PlaceAsync(claire);

        for (var n = 0; n < 20; n++)
        {
            var (number, version) = (n, order.Version);
            var saved = await Task.WhenAll(
                claire.Get<CorrectOrder>().ExecuteAsync(order.Id, form => Edit(form, reference: true, number), version),
                yanis.Get<CorrectOrder>().ExecuteAsync(order.Id, form => Edit(form, reference: false, number), version));

            order = Assert.Single(saved, each => each.IsOk).Value!;
            Assert.IsType<ChangedMeanwhile>(Assert.Single(saved, each => !each.IsOk).Refusal);
            Assert.Equal(version + 1, order.Version);
        }

        await Chain.VerifyAsync(claire);
    }

    private static Result<CorrectOrder.Form> Edit(CorrectOrder.Form form, bool reference, int number)
    {
        if (reference)
        {
            form.CustomerReference = $"R{number}";
        }
        else
        {
            form.Lines["10"].Quantity = 1 + number;
        }

        return form;
    }

    private static async Task<OrderView> PlaceAsync(World world)
    {
        var client = await world.AClientAsync();

        return (await world.Get<PlaceOrder>().ExecuteAsync(new() { ClientId = client.Id, CustomerReference = "R", Lines = [new() { BuyerCode = "4711", Quantity = 1 }] })).Value!;
    }
}
