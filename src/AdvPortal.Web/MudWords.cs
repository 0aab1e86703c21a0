using System.Collections.Frozen;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AdvPortal.Web;

/// <summary>Says in the reader's language what MudBlazor's pickers, dialogs and inputs read aloud; MudBlazor itself speaks English only.</summary>
public sealed class MudWords(IStringLocalizer<Texts> text) : MudLocalizer
{
    private static readonly FrozenSet<string> _known = new[]
    {
        "Converter_ConversionFailed", "Converter_InvalidDateTime", "Converter_InvalidNumber", "Converter_UnableToConvert",
        "MudAlert_Close", "MudBaseDatePicker_NextMonth", "MudBaseDatePicker_NextYear", "MudBaseDatePicker_Open", "MudBaseDatePicker_PrevMonth",
        "MudBaseDatePicker_PrevYear", "MudChip_Close", "MudDateRangePicker_End", "MudDateRangePicker_Start", "MudDialog_Close",
        "MudFormComponent_Required", "MudInput_Clear", "MudInput_Decrement", "MudInput_Increment", "MudRangeInput_End", "MudRangeInput_Start",
        "MudSelect_SelectAll", "MudSplitPanel_ResizePanels", "MudTimePicker_Open",
    }.ToFrozenSet();

    public override LocalizedString this[string key] => Find(key, []);

    public override LocalizedString this[string key, params object[] arguments] => Find(key, arguments);

    private LocalizedString Find(string key, object[] arguments) =>
        _known.Contains(key)
            ? text[$"Mud.{key}", arguments]
            : new LocalizedString(key, key, resourceNotFound: true);
}
