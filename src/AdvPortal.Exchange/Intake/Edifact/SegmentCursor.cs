using System.Buffers;

namespace AdvPortal.Exchange.Intake.Edifact;

/// <summary>Walks over the segments of an interchange without copying: elements and components are spans of the text.</summary>
internal ref struct SegmentCursor
{
    /// <summary>The fullest segments of the directories (PIA, FTX, ALC) hold fewer than 60 components.</summary>
    private const int MaxPieces = 512;

    private static readonly SearchValues<char> DefaultStops = SearchValues.Create(":+?'");

    private readonly ReadOnlySpan<char> _text;
    private readonly Delimiters _marks;
    private readonly SearchValues<char> _stops;
    private readonly Piece[] _pieces;
    private int _at;
    private int _count;
    private int _start;
    private int _end;

    public SegmentCursor(ReadOnlySpan<char> text)
    {
        _text = text;
        _marks = Delimiters.Of(text, out _at);
        UnaLength = _at;
        _stops = _marks == Delimiters.Default ? DefaultStops : SearchValues.Create(_marks.Releases
            ? [_marks.Component, _marks.Element, _marks.Terminator, _marks.Release]
            : [_marks.Component, _marks.Element, _marks.Terminator]);
        _pieces = new Piece[MaxPieces];
    }

    /// <summary>0 without a UNA.</summary>
    public int UnaLength { get; }

    /// <summary>Counted from 1; the UNA is no segment.</summary>
    public int Number { get; private set; }

    /// <summary>The text ended before the segment did.</summary>
    public bool IsUnterminated { get; private set; }

    /// <summary>A release character stood before a character that needs none.</summary>
    public bool IsReleaseMisused { get; private set; }

    /// <summary>More components than any segment has: the rest was not read.</summary>
    public bool IsOverfull { get; private set; }

    /// <summary>An element ends in a separator that nothing follows (ISO 9735-1, 10.2, asks to leave it out).</summary>
    public bool HasTrailingSeparator { get; private set; }

    public readonly Delimiters Marks => _marks;

    public readonly ReadOnlySpan<char> Tag => this[0, 0];

    /// <summary>The segment as it stands in the file, without its terminator.</summary>
    public readonly ReadOnlySpan<char> Raw => _text[_start.._end];

    /// <summary>The same with its terminator.</summary>
    public readonly ReadOnlySpan<char> Whole => _text[_start..Math.Min(_end + 1, _text.Length)];

    /// <summary>Where some components of an element stand in the segment; empty when there are none.</summary>
    public readonly (int Start, int End) PlaceOf(int element, int from, int until)
    {
        var (start, end) = (0, 0);
        for (var component = from; component <= until; component++)
        {
            if (Find(element, component) is var piece and >= 0 && _pieces[piece].Length > 0)
            {
                start = end == 0 ? _pieces[piece].Start - _start : start;
                end = _pieces[piece].Start - _start + _pieces[piece].Length;
            }
        }

        return (start, end);
    }

    /// <summary>A component as written, release characters included; empty when there is none. The tag is element 0.</summary>
    public readonly ReadOnlySpan<char> this[int element, int component]
    {
        get
        {
            var piece = Find(element, component);
            return piece < 0 ? [] : _text.Slice(_pieces[piece].Start, _pieces[piece].Length);
        }
    }

    public readonly bool Has(int element, int component) => Find(element, component) >= 0;

    /// <summary>A component's value, release characters taken out and blanks trimmed; null when it is empty.</summary>
    public readonly string? Text(int element, int component = 0)
    {
        var piece = Find(element, component);
        if (piece < 0)
        {
            return null;
        }

        var value = _text.Slice(_pieces[piece].Start, _pieces[piece].Length);
        var text = _pieces[piece].IsReleased ? Unescape(value, _marks.Release).AsSpan().Trim() : value.Trim();
        return text.IsEmpty ? null : text[..Math.Min(text.Length, ReadingLimits.TextLength)].ToString();
    }

    /// <summary>The components of an element from one to another as one text, parted by blanks.</summary>
    public readonly string? Joined(int element, int from, int to)
    {
        var first = Text(element, from);
        for (var i = from + 1; i <= to; i++)
        {
            var next = Text(element, i);
            first = first is null ? next : next is null ? first : $"{first} {next}";
        }

        return first;
    }

    /// <summary>Moves to the next segment; false at the end of the text.</summary>
    public bool Next()
    {
        while (_at < _text.Length && (_text[_at] is ' ' or '\r' or '\n' or '\t' or '\uFEFF' || _text[_at] == _marks.Terminator))
        {
            _at++;
        }

        if (_at >= _text.Length)
        {
            return false;
        }

        Number++;
        (_count, IsReleaseMisused, IsOverfull, IsUnterminated, HasTrailingSeparator) = (0, false, false, false, false);
        _start = _at;
        var (pieceStart, element, component, released) = (_at, 0, 0, false);
        while (true)
        {
            var stop = _text[_at..].IndexOfAny(_stops);
            _at = stop < 0 ? _text.Length : _at + stop;
            if (stop < 0)
            {
                _end = _at;
                Add(pieceStart, _text[..].TrimEnd().Length - pieceStart, element, component, released);
                IsUnterminated = true;
                return true;
            }

            var mark = _text[_at];
            if (_marks.Releases && mark == _marks.Release)
            {
                released = true;
                IsReleaseMisused |= _at + 1 >= _text.Length || !_marks.Knows(_text[_at + 1]);
                _at = Math.Min(_at + 2, _text.Length);
                continue;
            }

            HasTrailingSeparator |= component > 0 && _at == pieceStart && mark != _marks.Component;
            Add(pieceStart, _at - pieceStart, element, component, released);
            pieceStart = ++_at;
            released = false;
            if (mark == _marks.Terminator)
            {
                _end = _at - 1;
                return true;
            }

            (element, component) = mark == _marks.Element ? (element + 1, 0) : (element, component + 1);
        }
    }

    private void Add(int start, int length, int element, int component, bool released)
    {
        if (_count == MaxPieces)
        {
            IsOverfull = true;
            return;
        }

        _pieces[_count++] = new(start, Math.Max(length, 0), element, component, released);
    }

    private readonly int Find(int element, int component)
    {
        for (var i = element; i < _count && _pieces[i].Element <= element; i++)
        {
            if (_pieces[i].Element == element && _pieces[i].Component == component)
            {
                return i;
            }
        }

        return -1;
    }

    private static string Unescape(ReadOnlySpan<char> value, char release)
    {
        var text = new char[value.Length];
        var length = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == release && i + 1 < value.Length)
            {
                i++;
            }
            else if (value[i] == release)
            {
                continue;
            }

            text[length++] = value[i];
        }

        return new(text, 0, length);
    }

    private readonly record struct Piece(int Start, int Length, int Element, int Component, bool IsReleased);
}
