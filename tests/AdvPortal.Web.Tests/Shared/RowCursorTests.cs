using AdvPortal.Web.Components.Shared;

namespace AdvPortal.Web.Tests.Shared;

public sealed class RowCursorTests
{
    private readonly RowCursor<string> _cursor = new(row => row);

    public RowCursorTests() => _cursor.Show(["a", "b", "c", "d", "e"]);

    [Fact]
    public void The_first_step_stands_on_the_first_row_and_steps_stop_at_the_ends()
    {
        Assert.Null(_cursor.Current);
        Assert.True(_cursor.IsTabStop("a"));

        _cursor.Step(1, extend: false);
        Assert.Equal("a", _cursor.Current);

        _cursor.Step(-1, extend: false);
        Assert.Equal("a", _cursor.Current);

        for (var step = 0; step < 9; step++)
        {
            _cursor.Step(1, extend: false);
        }

        Assert.Equal("e", _cursor.Current);
        Assert.True(_cursor.IsTabStop("e"));
        Assert.False(_cursor.IsTabStop("a"));
    }

    [Fact]
    public void Shift_and_a_step_tick_the_row_left_and_the_row_reached()
    {
        _cursor.MoveTo("b");
        _cursor.Step(1, extend: true);
        _cursor.Step(1, extend: true);

        Assert.Equal(["b", "c", "d"], _cursor.Picked);
    }

    [Fact]
    public void Shift_and_a_click_tick_all_between_in_either_direction()
    {
        _cursor.Toggle("d");
        _cursor.Toggle("b", range: true);
        Assert.Equal(["b", "c", "d"], _cursor.Picked);

        _cursor.Toggle("d", range: true);
        Assert.Empty(_cursor.Picked);
    }

    [Fact]
    public void Ticks_and_place_survive_a_reload_while_their_rows_do()
    {
        _cursor.MoveTo("c");
        _cursor.Toggle("b");
        _cursor.Toggle("c");
        _cursor.Show(["c", "x"]);

        Assert.Equal(["c"], _cursor.Picked);
        Assert.Equal("c", _cursor.Current);

        _cursor.Show(["x", "y"]);
        Assert.Empty(_cursor.Picked);
        Assert.Null(_cursor.Current);
        Assert.True(_cursor.IsTabStop("x"));
    }

    [Fact]
    public void The_box_in_the_head_ticks_all_then_none()
    {
        _cursor.Toggle("a");
        Assert.Null(_cursor.AllPicked);

        _cursor.ToggleAll();
        Assert.True(_cursor.AllPicked);

        _cursor.ToggleAll();
        Assert.False(_cursor.AllPicked);
    }
}
