using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Web.Components.Shared;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Promises;

/// <summary>How the promise of an order stands, wherever a page says it: the word, the colour, and which line it is.</summary>
internal static class PromiseLook
{
    /// <summary>What is outstanding of the line cannot be ready for the last departure that is promised of it.</summary>
    public static bool IsThreatened(this OrderView.Line line) => line.OutstandingQuantity > 0 && line.Ready?.On > (line.Schedule is [.., var last] ? last.ShipOn : line.ShipOn);

    /// <summary>« Ligne 10 : le 24/12 n’est plus possible (fermeture, EX-012). »</summary>
    public static string Say(this PromiseBarrier barrier, IStringLocalizer<Texts> text, DateOnly today) => barrier.RequirementNumber is { } number
        ? text["Promise.BarrierOf", barrier.LineNo, text.Word(barrier.Day, today), text[MessageKeys.Of(barrier.Why)].Value, Requirement.Name(number)]
        : text["Promise.Barrier", barrier.LineNo, text.Word(barrier.Day, today), text[MessageKeys.Of(barrier.Why)].Value];

    public static (string Words, Tone Tone) Chip(this PromiseStanding standing, IStringLocalizer<Texts> text) => (text.Word(standing), standing switch
    {
        PromiseStanding.Late => Tone.Bad,
        PromiseStanding.AtRisk => Tone.Warn,
        _ => Tone.Ok,
    });

    /// <summary>Of words, a part of a page, or what frames them: « bad » when it is late, « warn » when it is at risk.</summary>
    public static string? Css(this PromiseStanding standing) => standing switch
    {
        PromiseStanding.Late => "bad",
        PromiseStanding.AtRisk => "warn",
        _ => null,
    };
}
