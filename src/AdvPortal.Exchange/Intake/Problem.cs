using System.Text.Json.Serialization;

namespace AdvPortal.Exchange.Intake;

/// <summary>Something about a file that its reader should know, and where in the file it stands. <see cref="ProblemText"/> words it.</summary>
/// <param name="Code">A stable name for programs, e.g. <c>unt-count</c>; also the key of the message.</param>
/// <param name="Message">Key and parts; every part is a string, so that it survives JSON unchanged.</param>
/// <param name="Where">Place in the file (segment, line, row, element), worded by <see cref="ProblemText.Where"/>; null for the file as a whole.</param>
public sealed record Problem(ProblemSeverity Severity, string Code, Message Message, Message? Where = null);

/// <summary>What a problem does to the verdict.</summary>
[JsonConverter(typeof(ApiNameConverter<ProblemSeverity>))]
public enum ProblemSeverity
{
    /// <summary>Good to know; the order may be imported all the same.</summary>
    Info,

    /// <summary>Must be shown before the order is confirmed.</summary>
    Warning,

    /// <summary>A person must decide.</summary>
    Error,
}
