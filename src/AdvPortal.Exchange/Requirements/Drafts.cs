using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Gathers what is found into proposals: one for each kind, site and validity.</summary>
internal sealed class Drafts(string text, IReadOnlyList<Span> mended)
{
    private const double Certain = 0.95;
    private const double Least = 0.2;
    private const double TypingError = 0.05;
    private const double LooseSite = 0.05;
    private const double Open = 0.1;

    private sealed class Draft
    {
        public required string? Site { get; init; }

        public required DateOnly? From { get; init; }

        public required DateOnly? Until { get; init; }

        public required Rule Rule { get; set; }

        public required Span Sentence { get; init; }

        public List<Because> Because { get; } = [];

        public List<string> Unresolved { get; } = [];

        public bool IsLoose { get; set; }
    }

    private readonly List<Draft> _drafts = [];
    private readonly List<string> _unresolved = [];
    private readonly List<Span> _left = [];

    /// <summary>The rule found last: « Il doit contenir … » goes on with it.</summary>
    public Rule? Last => _drafts.Count > 0 ? _drafts[^1].Rule : null;

    public void Flag(string words, Span sentence)
    {
        _unresolved.Add(words);
        _left.Add(sentence);
    }

    public void Add(Found found, Span sentence, IReadOnlyList<Mark> sites, (Mark? Since, Mark? Until) validity, IReadOnlyList<(Span At, string Words)> flags, InterpretationContext context)
    {
        var mentions = sites.Select(site => (Mark: site, Mention: (SiteMention)site.Value!)).ToList();
        var named = mentions.SelectMany(each => each.Mention.Sites.Select(site => (Site: (string?)site, each.Mention))).DistinctBy(each => each.Site).ToList();
        var unknown = mentions.Where(each => each.Mention.Sites.Count == 0).Select(each => each.Mention.Words.Of(text)).ToList();

        if (found.JoinsBefore && Join(found, sentence))
        {
            return;
        }

        foreach (var (site, mention) in named.Count > 0 && unknown.Count == 0 ? named : [.. named, (null, mentions.FirstOrDefault().Mention)])
        {
            var (from, until) = ((validity.Since?.Value as Dates)?.From, (validity.Until?.Value as Dates)?.Until);
            var draft = _drafts.Find(each => each.Site == site && each.From == from && each.Until == until && each.Rule.Kind == found.Rule.Kind && Merging.AreOfOneUnit(each.Rule, found.Rule));

            if (draft is null || Merging.Join(draft.Rule, found.Rule) is not { } joined)
            {
                var contradicts = draft is not null;
                draft = new() { Site = site, From = from, Until = until, Rule = found.Rule, Sentence = sentence };
                _drafts.Add(draft);

                if (contradicts)
                {
                    draft.Unresolved.Add(sentence.Of(text));
                }
            }
            else
            {
                draft.Rule = joined;
            }

            draft.Because.AddRange(found.Because);
            draft.Unresolved.AddRange([.. found.Unresolved ?? [], .. flags.Select(flag => flag.Words), .. site is null ? unknown : []]);

            if (site is not null)
            {
                draft.Because.Add(new(["siteName"], mention.Words.Of(text), mention.Words));
                draft.IsLoose |= mention.IsLoose;
            }

            Explain(draft, validity.Since, from is null ? null : "validFrom");
            Explain(draft, validity.Until, until is null ? null : "validUntil");
        }
    }

    public Interpretation Finish(IReadOnlyList<string> unread, int? unreadFrom)
    {
        var empty = _drafts.Where(draft => SaysNothing(draft.Rule)).ToList();
        var flags = _unresolved.Concat(empty.SelectMany(draft => draft.Unresolved)).Concat(unread).Distinct(StringComparer.Ordinal).ToList();

        var left = _drafts.Where(draft => draft.Unresolved.Exists(words => words.Length > 0)).Select(draft => draft.Sentence).Concat(_left);

        return new([.. _drafts.Except(empty).OrderBy(Start).Select(Proposal)], flags, unreadFrom) { Left = [.. left.Distinct().OrderBy(sentence => sentence.Offset)] };
    }

    /// <summary>Completes all that the last sentence of that kind stated: a label on parcels and one on pallets say the same.</summary>
    private bool Join(Found found, Span sentence)
    {
        var last = _drafts.FindLast(draft => draft.Rule.Kind == found.Rule.Kind);
        var joined = false;

        foreach (var draft in last is null ? [] : _drafts.Where(draft => draft.Rule.Kind == found.Rule.Kind && draft.Sentence == last.Sentence).ToList())
        {
            var more = found.Rule is Labelling label ? label with { Per = label.Per ?? ((Labelling)draft.Rule).Per } : found.Rule;

            if (Merging.Join(draft.Rule, more) is { } rule)
            {
                (draft.Rule, joined) = (rule, true);
                draft.Because.AddRange(found.Because);
                draft.Unresolved.AddRange(found.Unresolved ?? []);
            }
        }

        return joined;
    }

    private void Explain(Draft draft, Mark? mark, string? field)
    {
        if (mark is not null && field is not null && draft.Because.TrueForAll(each => !each.Fields.Contains(field, StringComparer.Ordinal)))
        {
            var span = SpanOf?.Invoke(mark) ?? default;
            draft.Because.Add(new([field], span.Of(text), span));
        }
    }

    /// <summary>Where a mark stands in the original.</summary>
    public Func<Mark, Span>? SpanOf { get; init; }

    // As a person reads on: where the words of the rule itself begin.
    private static int Start(Draft draft) =>
        draft.Because.Where(each => each.At.Length > 0 && !each.Fields.Any(field => field is "siteName" or "validFrom" or "validUntil")).Min(each => (int?)each.At.Offset) ?? 0;

    private Proposal Proposal(Draft draft)
    {
        var because = draft.Because.Where(each => each.Fields.Count > 0 && each.At.Length > 0).DistinctBy(each => (string.Join(',', each.Fields), each.At)).OrderBy(each => each.At.Offset).ToList();
        var unresolved = draft.Unresolved.Where(words => words.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var errors = mended.Count(word => because.Exists(each => each.At.Overlaps(word)));
        var confidence = Certain - TypingError * errors - Open * unresolved.Count - (draft.IsLoose ? LooseSite : 0);

        return new(draft.Site, draft.From, draft.Until, draft.Rule, Math.Round(Math.Max(confidence, Least), 2), because, unresolved, draft.Sentence);
    }

    private static bool SaysNothing(Rule rule) => rule switch
    {
        DeliveryDays days => days == new DeliveryDays(),
        ProductCode code => code is { Prefix: null, Suffix: null, Pad: null },
        Packaging packaging => packaging == new Packaging(),
        MinimumOrder minimum => minimum == new MinimumOrder(),
        RequiredDocuments documents => documents == new RequiredDocuments(),
        Reference reference => reference == new Reference(),
        Instruction instruction => instruction.Text.Length == 0,
        _ => false,
    };
}
