using System.Xml;

namespace AdvPortal.Exchange.Intake.Ubl;

/// <summary>Walks forward over the elements of a document, skipping by itself whatever its caller leaves unread.</summary>
/// <remarks>No DTD, no resolver, bounded depth: a document can neither reach out nor blow up.</remarks>
internal sealed class XmlCursor : IDisposable
{
    private readonly XmlReader _xml;

    public XmlCursor(Stream stream)
    {
        _xml = XmlReader.Create(stream, new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = ReadingLimits.DocumentBytes,
            CheckCharacters = true,
        });
    }

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
    public string? Attribute(string name) => Clean(_xml.GetAttribute(name));

    /// <summary>The text of the present element, blanks trimmed; null when it is empty.</summary>
    public string? Text()
    {
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

    private static string? Clean(string? text)
    {
        text = text?.Trim();
        return string.IsNullOrEmpty(text) ? null : text.Length > ReadingLimits.TextLength ? text[..ReadingLimits.TextLength] : text;
    }
}
