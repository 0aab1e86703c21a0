using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Edifact;

/// <summary>The envelope: UNB to UNZ around messages, UNH to UNT around each.</summary>
internal sealed partial class EdifactReader
{
    private void OpenInterchange(ref SegmentCursor segment)
    {
        (_interchange, _messagesInInterchange) = (segment.Text(5) ?? "", 0);
        if (segment[11, 0] is "1")
        {
            _log.Warning("test-interchange", Where(ref segment), _interchange);
        }
    }

    private void CloseInterchange()
    {
        CloseMessage();
        if (_interchange is not null)
        {
            _log.Warning("unz-missing", null, _interchange);
        }

        _interchange = null;
    }

    private void ReadInterchangeTrailer(ref SegmentCursor segment)
    {
        if (_interchange is null)
        {
            _log.Warning("unb-missing", Where(ref segment));
        }
        else if (segment.Text(2) is { } reference && reference != _interchange)
        {
            _log.Warning("unz-reference", Where(ref segment), reference, _interchange);
        }

        if (Numbers.TryParse(segment[1, 0], out var declared) && declared != _messagesInInterchange)
        {
            _log.Add(declared > _messagesInInterchange ? ProblemSeverity.Error : ProblemSeverity.Warning, "unz-count", Where(ref segment), segment.Text(1)!, Place.Text(_messagesInInterchange));
        }

        _interchange = null;
        _messagesInInterchange = 0;
    }

    private void OpenMessage(ref SegmentCursor segment)
    {
        _messagesInInterchange++;
        (_isMessageOpen, _segmentsInMessage, _messageReference) = (true, 1, segment.Text(1));
        if (_interchange is null && _messagesInInterchange == 1)
        {
            _log.Warning("unb-missing", Where(ref segment));
        }

        var type = segment.Text(2) ?? "";
        if (type is not ("ORDERS" or "ORDCHG"))
        {
            _others.Add(type);
        }
        else if (_messages.Count == ReadingLimits.Orders)
        {
            _log.Error("too-many-orders", Where(ref segment), Place.Text(ReadingLimits.Orders));
        }
        else
        {
            var name = type;
            for (var component = 1; component < 5; component++)
            {
                name += $":{segment.Text(2, component)}";
            }

            TellVersion(ref segment);
            _messages.Add(_message = new(_log, name.TrimEnd(':'), isChange: type == "ORDCHG", _original?.NewMessage()));
        }
    }

    /// <summary>Read by the directories D.96A and D.01B; their neighbours differ in what orders do not use.</summary>
    private void TellVersion(ref SegmentCursor segment)
    {
        if (segment[2, 1] is not "D" || segment[2, 2] is not ("96A" or "01B"))
        {
            _log.Info("message-version", Where(ref segment), segment.Joined(2, 1, 2) ?? "—");
        }
    }

    private void ReadTrailer(ref SegmentCursor segment)
    {
        if (!_isMessageOpen)
        {
            _log.Error("segment-outside", Where(ref segment), "UNT");
            return;
        }

        var counted = _segmentsInMessage + 1;
        var where = Place.Envelope("UNT", _messagesInInterchange);
        if (!Numbers.TryParse(segment[1, 0], out var declared) || declared != counted)
        {
            _log.Warning("unt-count", where, segment.Text(1) ?? "", Place.Text(counted));
        }

        if (segment.Text(2) != _messageReference)
        {
            _log.Warning("unt-reference", where, segment.Text(2) ?? "", _messageReference ?? "");
        }

        EndMessage();
    }

    private void CloseMessage()
    {
        if (_isMessageOpen)
        {
            _log.Error("unt-missing", Place.Envelope("UNH", _messagesInInterchange));
            EndMessage();
        }
    }

    private void EndMessage()
    {
        _message?.Finish();
        (_message, _isMessageOpen) = (null, false);
    }
}
