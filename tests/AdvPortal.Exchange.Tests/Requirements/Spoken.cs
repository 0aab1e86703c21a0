using System.Text.Json;
using AdvPortal.Exchange.Requirements;

namespace AdvPortal.Exchange.Tests.Requirements;

/// <summary>What the interpreter makes of a sentence, short enough to stand beside it.</summary>
internal static class Spoken
{
    private static readonly JsonSerializerOptions _web = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="sites">Names, with a bar between.</param>
    public static Interpretation Read(string text, string sites = "", string receivedOn = "2026-11-25") =>
        Interpreter.Read(text, new("Ateliers Vernay", sites.Split('|', StringSplitOptions.RemoveEmptyEntries), DateOnly.Parse(receivedOn, System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary><c>{"kind":…} @site from..until</c>, one proposal after the other, and <c>? flag</c> for what is unresolved.</summary>
    public static string Said(Interpretation read) =>
        string.Join(" + ", read.Proposals.Select(Said).Concat(read.Unresolved.Select(flag => $"? {flag}")));

    private static string Said(Proposal proposal) =>
        JsonSerializer.Serialize(proposal.Rule, _web)
        + (proposal.SiteName is { } site ? $" @{site}" : "")
        + (proposal.ValidFrom is null && proposal.ValidUntil is null ? "" : $" {proposal.ValidFrom:yyyy-MM-dd}..{proposal.ValidUntil:yyyy-MM-dd}")
        + string.Concat(proposal.Unresolved.Select(flag => $" ? {flag}"));
}
