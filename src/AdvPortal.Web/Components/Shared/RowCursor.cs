namespace AdvPortal.Web.Components.Shared;

/// <summary>Where a person stands in a list, and what they have ticked: shared by tables and queues. Rows are known by their key, so both survive a reload.</summary>
public sealed class RowCursor<TRow>(Func<TRow, object> keyOf)
{
    private readonly HashSet<object> _picked = [];
    private IReadOnlyList<TRow> _rows = [];
    private object? _current;
    private object? _anchor;

    public IReadOnlyList<TRow> Picked => [.. _rows.Where(IsPicked)];

    public TRow? Current => _rows.FirstOrDefault(IsCurrent);

    public bool IsCurrent(TRow row) => _current is not null && keyOf(row).Equals(_current);

    public bool IsPicked(TRow row) => _picked.Contains(keyOf(row));

    public bool? AllPicked => _picked.Count == 0 ? false : _rows.All(IsPicked) ? true : null;

    /// <summary>The one row that Tab reaches: the current one, or the first.</summary>
    public bool IsTabStop(TRow row) => Current is null ? ReferenceEquals(row, _rows[0]) || Equals(row, _rows[0]) : IsCurrent(row);

    /// <summary>Takes new rows; ticks on rows that have gone are dropped.</summary>
    public void Show(IReadOnlyList<TRow> rows)
    {
        _rows = rows;
        _picked.IntersectWith(rows.Select(keyOf));
    }

    public void MoveTo(TRow? row) => _current = row is null ? null : keyOf(row);

    /// <summary>One row down or up, stopping at the ends; with <paramref name="extend"/> the row reached is ticked too.</summary>
    public void Step(int by, bool extend)
    {
        if (_rows.Count == 0)
        {
            return;
        }

        var from = IndexOf(_current);
        var to = from < 0 ? 0 : Math.Clamp(from + by, 0, _rows.Count - 1);

        if (extend && from >= 0)
        {
            _picked.Add(keyOf(_rows[from]));
            _picked.Add(keyOf(_rows[to]));
        }

        MoveTo(_rows[to]);
    }

    /// <summary>Ticks or unticks a row; with <paramref name="range"/> everything between it and the last one touched becomes as the row becomes.</summary>
    public void Toggle(TRow row, bool range = false)
    {
        var key = keyOf(row);
        var on = !_picked.Contains(key);
        var (from, to) = (IndexOf(range ? _anchor : key), IndexOf(key));

        foreach (var each in _rows.Skip(Math.Min(from < 0 ? to : from, to)).Take(Math.Abs((from < 0 ? to : from) - to) + 1))
        {
            _ = on ? _picked.Add(keyOf(each)) : _picked.Remove(keyOf(each));
        }

        _anchor = key;
    }

    public void ToggleAll()
    {
        if (AllPicked is true)
        {
            _picked.Clear();
        }
        else
        {
            _picked.UnionWith(_rows.Select(keyOf));
        }
    }

    public void Unpick() => _picked.Clear();

    private int IndexOf(object? key)
    {
        for (var index = 0; key is not null && index < _rows.Count; index++)
        {
            if (keyOf(_rows[index]).Equals(key))
            {
                return index;
            }
        }

        return -1;
    }
}
