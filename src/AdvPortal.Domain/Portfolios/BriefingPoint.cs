using System.Globalization;
using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Portfolios;

/// <summary>What a stand-in is told of, the most pressing first.</summary>
[JsonConverter(typeof(CamelCaseEnum<BriefingKind>))]
public enum BriefingKind { Late, Held, AtRisk, ToReview, Document, Question, Requirement, Due, Complaint, Inquiry, Tender }

/// <summary>One thing that a stand-in has to know of a client before the first call.</summary>
/// <param name="SubjectId">The order, document, question or requirement.</param>
/// <param name="Title">How people name it: CV26-04518, EX-012, a subject, a file name.</param>
/// <param name="Detail">The client's words, or the client's number of the order.</param>
/// <param name="On">The day it bears on; null for all of them.</param>
/// <param name="Count">Open lines of an order, open orders under a requirement.</param>
public sealed record BriefingPoint(BriefingKind Kind, Guid SubjectId, string Title, string? Detail, DateOnly? On, int Count = 0)
{
    /// <summary>A requirement without whose answer nothing is confirmed.</summary>
    public bool IsBlocking { get; init; }

    /// <summary>How it differs from what the stand-in has read; null where it does not, or where nothing was read yet.</summary>
    public BriefingChange? Change { get; init; }

    /// <summary>The same on every reading of the same thing.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Kind}:{SubjectId:N}");

    /// <summary>Changes when what is said of it does.</summary>
    public string Said => string.Create(CultureInfo.InvariantCulture, $"{Title}|{Detail}|{On:yyyy-MM-dd}|{Count}");

    /// <summary>How much it presses: a client whose points weigh most is read first.</summary>
    public int Weight => Kind switch
    {
        BriefingKind.Late => 100,
        BriefingKind.Held => 90,
        BriefingKind.AtRisk => 80,
        BriefingKind.Complaint => 75,
        BriefingKind.Tender => 70,
        BriefingKind.ToReview => 60,
        BriefingKind.Document or BriefingKind.Question or BriefingKind.Inquiry => 50,
        BriefingKind.Requirement when Count > 0 => IsBlocking ? 45 : 20,
        BriefingKind.Requirement => 2,
        _ => 10,
    };

    /// <summary>What goes wrong if nobody knows it.</summary>
    public bool IsSensitive => Kind is BriefingKind.Late or BriefingKind.Held or BriefingKind.AtRisk or BriefingKind.Complaint or BriefingKind.Tender;

    internal int Words => Briefing.WordsIn(Title) + Briefing.WordsIn(Detail) + 3;
}

/// <summary>What has become of a point since the stand-in read the pack.</summary>
[JsonConverter(typeof(CamelCaseEnum<BriefingChange>))]
public enum BriefingChange { New, Changed }

/// <summary>A point as it was when the stand-in read it.</summary>
public sealed record SeenPoint(string Key, string Said, string Title);
