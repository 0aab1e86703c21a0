using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Pdf;

internal sealed partial class PageHead
{
    /// <summary>A name that stands for the whole document is printed in the upper part of its first page.</summary>
    private const double LetterheadShare = 0.3;

    private (PartyRole Role, Phrase Label, Phrase? Inline, bool HasColon)? RoleAt(Phrase phrase)
    {
        if (phrase == _title?.Phrase || (_guide is not null && LabelSplit.Find(phrase, _guide) is { Rank: < 0 }))
        {
            return null;
        }

        for (var count = Math.Min(MostLabelWords, phrase.Words.Count); count > 0; count--)
        {
            var label = phrase.Part(0, count)!;
            var hasColon = label.Text.EndsWith(':') || (count < phrase.Words.Count && phrase.Words[count].Text == ":");
            if ((hasColon || count == phrase.Words.Count) && PartyRoles.Of(label.Text, hasColon) is var role and not PartyRole.None)
            {
                var from = count < phrase.Words.Count && phrase.Words[count].Text == ":" ? count + 1 : count;
                return (role, label, phrase.Part(from, phrase.Words.Count - from), hasColon);
            }
        }

        return null;
    }

    private bool TakeBlock(PartyRole role, Phrase label, Phrase? inline, bool hasColon, int i, int j)
    {
        // « Livraison : 12/12/2026 » is a day, « Client : C-118 » a number: labels of the head, not of a block.
        if (inline is not null && LabelSplit.Find(_lines[i].Phrases[j], _guide) is { Column: OrderColumn.RequestedDate or OrderColumn.BuyerId } && Csv.CellDate.TryParse(inline.Text, out _))
        {
            return false;
        }

        inline = TakeDay(inline);
        var limit = j + 1 < _lines[i].Phrases.Count ? _lines[i].Phrases[j + 1].Left - 2 : double.MaxValue;
        var right = inline is null && hasColon ? RightOf(i, j) : null;
        List<Phrase> members = [];
        if (inline is not null)
        {
            members.Add(inline);
            members.AddRange(Under(label.Left, inline.Left, limit, i, label.Size));
        }
        else if (right is not null && !HasNameBelow(label, i))
        {
            if (Csv.CellDate.TryParse(right.Text, out _))
            {
                return false;
            }

            members.Add(right);
            var beyond = j + 2 < _lines[i].Phrases.Count ? _lines[i].Phrases[j + 2].Left - 2 : double.MaxValue;
            members.AddRange(Under(right.Left, right.Left, beyond, i, right.Size, beside: label));
        }
        else
        {
            members.AddRange(Under(label.Left, label.Left, limit, i, label.Size, ValueBelow));
        }

        if (members.Count == 0)
        {
            return false;
        }

        var block = PartyBlock.Read(members);
        if (block.Party.IsEmpty)
        {
            return false;
        }

        _taken.UnionWith(members);
        foreach (var single in Enum.GetValues<PartyRole>().Where(single => single != PartyRole.None && role.HasFlag(single)))
        {
            // The first block of its kind counts; one of a single line gives way to a whole address.
            if (!_parties.TryGetValue(single, out var present) || (present.Spots.Count == 1 && block.Spots.Count > 1 && (present.Party.Name is null || block.Party.Address != PartyDraft.Nowhere)))
            {
                if (present?.Party is { Name: { } person } && block.Party.Contact.Name is null)
                {
                    block.Party.Contact = block.Party.Contact with { Name = person };
                }

                (_parties[single], _partyLabels[single]) = (block, label.Text.TrimEnd(':', ' '));
            }
        }

        return true;
    }

    private bool HasNameBelow(Phrase label, int i) =>
        Under(label.Left, label.Left, label.Right + SameEdge, i, label.Size).FirstOrDefault() is { } first && Math.Abs(first.Left - label.Left) < SameEdge && !IsLabel(first);

    /// <summary>The lines under a label or a first line, as far as they follow closely and none is a label of its own.</summary>
    private List<Phrase> Under(double left, double indented, double limit, int i, double size, double firstStep = NextLine, Phrase? beside = null)
    {
        List<Phrase> members = [];
        var above = _lines[i].Base;
        for (var k = i + 1; k < _lines.Count && members.Count < LongestBlock && _lines[k].Page == _lines[i].Page; k++)
        {
            if (_lines[k].Base - above > (members.Count == 0 ? firstStep : NextLine) * Math.Max(size, _lines[k].Size))
            {
                break;
            }

            if (beside is not null && _lines[k].Phrases.Any(phrase => Math.Abs(phrase.Left - beside.Left) < SameEdge))
            {
                // The next label in the column of labels.
                break;
            }

            var own = _lines[k].Phrases.Where(phrase => phrase.Left < limit && (Math.Abs(phrase.Left - left) < SameEdge || Math.Abs(phrase.Left - indented) < SameEdge
                || (members.Count > 0 && phrase.Left > members[0].Left && phrase.Left < members.Max(member => member.Right)))).ToList();
            if (own.Count == 0)
            {
                continue;
            }

            if (own.Exists(EndsBlock))
            {
                break;
            }

            members.AddRange(own);
            above = _lines[k].Base;
        }

        return members;
    }

    private bool EndsBlock(Phrase phrase) =>
        _taken.Contains(phrase) || phrase == _title?.Phrase || phrase.Text.EndsWith(':') || RoleAt(phrase) is not null
        || LabelSplit.All(phrase, _guide).Any(label => label is { HasColon: true, Column: OrderColumn.Quantity or OrderColumn.BuyerCode or OrderColumn.SupplierCode or OrderColumn.Gtin or OrderColumn.NetPrice })
        || (LabelSplit.Find(phrase, _guide) is { } split && (split.HasColon || split.Value is null)
            && split.Column is OrderColumn.OrderNumber or OrderColumn.IssueDate or OrderColumn.RequestedDate or OrderColumn.Currency or OrderColumn.Contract or OrderColumn.Note or OrderColumn.BuyerName or OrderColumn.SupplierName or OrderColumn.ShipToName or OrderColumn.OrderTotal);

    /// <summary>The name over everything, and addresses that need no label: who writes stands first, to whom second.</summary>
    private void ReadUnlabelled(int above)
    {
        var letterhead = FindLetterhead(above);
        if (letterhead is var (line, name))
        {
            var members = PartyBlock.IsWhole(name.Text) ? [] : Under(name.Left, name.Left, double.MaxValue, line, name.Size, 2.2);
            members.RemoveAll(member => LabelSplit.Find(member, _guide) is { HasColon: true, Column: OrderColumn.OrderNumber or OrderColumn.IssueDate });
            var block = PartyBlock.Read([name, .. members]);
            _taken.UnionWith(members);
            _taken.Add(name);
            Letterhead = block;
        }

        for (var i = 0; i < above; i++)
        {
            foreach (var phrase in _lines[i].Phrases.Where(phrase => !_taken.Contains(phrase) && PartyBlock.IsTown(phrase.Text)))
            {
                var members = Above(phrase, i);
                if (members.Count > 0 && !_parties.ContainsKey(PartyRole.Supplier) && Letterhead is not null)
                {
                    members.AddRange(Under(phrase.Left, phrase.Left, double.MaxValue, i, phrase.Size));
                    _taken.UnionWith(members);
                    _parties[PartyRole.Supplier] = PartyBlock.Read(members);
                    return;
                }
            }
        }
    }

    /// <summary>Who wrote the document, as its letterhead says; null where none stands out.</summary>
    public PartyBlock? Letterhead { get; private set; }

    private (int Line, Phrase Name)? FindLetterhead(int above)
    {
        (int Line, Phrase Name)? best = null;
        var first = _lines.Count == 0 ? 0 : _lines[0].Page;
        for (var i = 0; i < above && _lines[i].Page == first; i++)
        {
            // Over the window of an envelope the sender stands on one small line.
            if (_lines[i].Phrases.FirstOrDefault(phrase => !_taken.Contains(phrase) && PartyBlock.IsWhole(phrase.Text)) is { } whole)
            {
                return (i, whole);
            }

            foreach (var phrase in _lines[i].Phrases.Where(IsName))
            {
                var isFirst = best is null && (PartyBlock.IsAddress(NextUnder(phrase, i)?.Text ?? "") || phrase.IsBold || Under(phrase.Left, phrase.Left, double.MaxValue, i, phrase.Size).Take(4).Any(line => PartyBlock.IsTown(line.Text)));
                if (isFirst || (best is { } present && phrase.Size > present.Name.Size + 1) || (best is null && _title is not null && phrase.Size > _lines[^1].Size + 1.5))
                {
                    best = (i, phrase);
                }
            }

            if (_title is not null && _lines[i].Base > _title.Phrase.Base + 1 && best is not null)
            {
                break;
            }
        }

        return best;
    }

    private Phrase? NextUnder(Phrase phrase, int i) =>
        _lines.Skip(i + 1).TakeWhile(line => line.Page == phrase.Page && line.Base - phrase.Base < NextLine * phrase.Size).SelectMany(line => line.Phrases).FirstOrDefault(next => next.Overlaps(phrase.Left - SameEdge, phrase.Right));

    private bool IsName(Phrase phrase) =>
        !_taken.Contains(phrase) && phrase != _title?.Phrase && phrase.Text.Count(char.IsLetter) >= 3 && !(phrase.Text.Length == 3 && CellNumber.CurrencyOf(phrase.Text) is not null) && !phrase.Text.Contains(':', StringComparison.Ordinal)
        && !phrase.Text.Contains('@', StringComparison.Ordinal) && !PartyBlock.IsAddress(phrase.Text) && LabelSplit.Find(phrase, _guide) is null && RoleAt(phrase) is null
        && DocumentTitle.Find([new(phrase.Page, phrase.Base, [phrase])]) is null && !RowWords.IsPageNumber(phrase.Text) && phrase.Words.Count <= 8;

    private List<Phrase> Above(Phrase town, int i)
    {
        List<Phrase> members = [town];
        for (var k = i - 1; k >= 0 && _lines[k].Page == town.Page && members[0].Base - _lines[k].Base < NextLine * town.Size && members.Count < LongestBlock; k--)
        {
            if (_lines[k].Phrases.FirstOrDefault(phrase => Math.Abs(phrase.Left - town.Left) < 4) is { } line)
            {
                if (EndsBlock(line))
                {
                    break;
                }

                members.Insert(0, line);
            }
        }

        return members.Count > 1 ? members : [];
    }
}
