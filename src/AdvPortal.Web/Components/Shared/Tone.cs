namespace AdvPortal.Web.Components.Shared;

/// <summary>What a colour means, and it never means anything alone: neutral = in progress, warn = you must decide, bad = late or blocked, ok = kept, accent = the system did or will do, cover = for a colleague.</summary>
public enum Tone { Neutral, Ok, Warn, Bad, Accent, Cover, Outline }

public static class Tones
{
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Ok => "ok",
        Tone.Warn => "warn",
        Tone.Bad => "bad",
        Tone.Accent => "acc",
        Tone.Cover => "cov",
        Tone.Outline => "o",
        _ => "",
    };
}
