using System.Xml;

namespace AdvPortal.Exchange.Intake.Xml;

/// <summary>Walks forward over the elements of a document, skipping by itself whatever its caller leaves unread.</summary>
/// <remarks>No DTD, no resolver, bounded depth: a document can neither reach out nor blow up.</remarks>
internal sealed class XmlCursor : IDisposable
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = ReadingLimits.DocumentBytes,
        CheckCharacters = true,
    };

    private readonly XmlReader _xml;
    private readonly string[]? _shown;

    /// <summary>Reads bytes in the encoding that they declare.</summary>
    public XmlCursor(Stream stream) => _xml = XmlReader.Create(stream, Settings);

    /// <summary>Reads decoded text, whatever encoding it declares.</summary>
    /// <param name="shown">The text in lines, when somebody looks at it: the place of every value is kept.</param>
    public XmlCursor(TextReader text, string[]? shown)
    {
        _xml = XmlReader.Create(text, Settings);
        _shown = shown;
    }

    /// <summary>Where the value read last stands in the lines shown, counted from 0; a length of 0 for none.</summary>
    public (int Line, int From, int Length) Place { get; private set; }

    /// <summary>The element's local name; prefixes are the sender's taste.</summary>
    public string Name => _xml.LocalName;

    public string Namespace => _xml.NamespaceURI;

    public int Line => ((IXmlLineInfo)_xml).LineNumber;

    /// <summary>Moves to the root element.</summary>
    public void MoveToRoot() => _xml.MoveToContent();

    /// <summary>Opens the present element: pass the answer to <see cref="Next"/> until that says no.</summary>
    public int Enter()
    {
        if (_xml.Depth > ReadingLimits.XmlDepth)
        {
            throw new XmlException($"Elements are nested more than {ReadingLimits.XmlDepth} deep.", null, Line, 0);
        }

        return _xml.IsEmptyElement ? -1 : _xml.Depth;
    }

    /// <summary>Moves to the next child element of the element entered at a depth.</summary>
    public bool Next(int depth)
    {
        if (depth < 0)
        {
            return false;
        }

        while (_xml.Read())
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                if (_xml.Depth == depth + 1)
                {
                    return true;
                }

                if (_xml.Depth > ReadingLimits.XmlDepth)
                {
                    throw new XmlException($"Elements are nested more than {ReadingLimits.XmlDepth} deep.", null, Line, 0);
                }
            }
            else if (_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>An attribute of the present element, blanks trimmed; null when absent or empty.</summary>
    public string? Attribute(string name)
    {
        var value = Clean(_xml.GetAttribute(name));
        if (_shown is not null)
        {
            Place = default;
            if (value is not null && _xml.MoveToAttribute(name))
            {
                Keep();
                _xml.MoveToElement();
            }
        }

        return value;
    }

    /// <summary>The text of the present element, blanks trimmed; null when it is empty.</summary>
    public string? Text()
    {
        Place = default;
        if (_xml.IsEmptyElement)
        {
            return null;
        }

        string? text = null;
        var depth = _xml.Depth;
        while (_xml.Read() && !(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth))
        {
            if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && (text?.Length ?? 0) < ReadingLimits.TextLength)
            {
                if (_shown is not null && text is null)
                {
                    Keep();
                }

                text = text is null ? _xml.Value : text + _xml.Value;
            }
        }

        return Clean(text);
    }

    /// <summary>The first texts inside the present element, for a person to recognise it by.</summary>
    public string Sample(int length)
    {
        if (_xml.NodeType != XmlNodeType.Element || _xml.IsEmptyElement)
        {
            return "";
        }

        var sample = "";
        var depth = _xml.Depth;
        while (_xml.Read() && !(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth))
        {
            if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && sample.Length < length)
            {
                var text = _xml.Value.Trim();
                sample = (sample.Length == 0 ? text : $"{sample} · {text}") is var longer && longer.Length > length ? longer[..length] : longer;
            }
        }

        return sample;
    }

    public void Dispose() => _xml.Dispose();

    /// <summary>Keeps where the present node stands: to the next mark of XML, or to the end of its line.</summary>
    private void Keep()
    {
        var place = (IXmlLineInfo)_xml;
        var (line, from) = (place.LineNumber - 1, place.LinePosition - 1);
        // A text that begins with a line break begins, for whoever looks, on the line where its first word stands.
        for (var text = Rest(line, from); text.IsWhiteSpace() && line + 1 < _shown!.Length; text = Rest(line, from))
        {
            (line, from) = (line + 1, 0);
        }

        from += _xml.NodeType == XmlNodeType.Attribute ? Rest(line, from).IndexOfAny('"', '\'') + 1 : 0;
        var value = Rest(line, from);
        from += value.Length - value.TrimStart().Length;
        value = value.TrimStart();
        var end = value.IndexOfAny(_xml.NodeType == XmlNodeType.Attribute ? "\"'" : "<]");
        value = (end < 0 ? value : value[..end]).TrimEnd();
        Place = (line, from, value.Length);
    }

    private ReadOnlySpan<char> Rest(int line, int from) => line < _shown!.Length && from < _shown[line].Length ? _shown[line].AsSpan(from) : [];

    private static string? Clean(string? text)
    {
        text = text?.Trim();
        return string.IsNullOrEmpty(text) ? null : text.Length > ReadingLimits.TextLength ? text[..ReadingLimits.TextLength] : text;
    }
}
