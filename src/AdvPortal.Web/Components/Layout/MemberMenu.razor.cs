using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using static MudBlazor.Icons.Material;

namespace AdvPortal.Web.Components.Layout;

/// <summary>Who is signed in, how they like the portal, and the way out.</summary>
public partial class MemberMenu
{
    private static readonly (string? Theme, string Icon)[] _themes = [("light", Outlined.LightMode), ("dark", Outlined.DarkMode), (null, Outlined.Contrast)];
    private static readonly string[] _languages = ["fr", "en"];
    private readonly string _language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
    private string? _theme;
    private bool _letters = true;
    private bool _airy;

    [Parameter, EditorRequired]
    public required ShellState Shell { get; set; }

    protected override void OnParametersSet() => (_letters, _theme) = (Shell.LetterShortcuts, Shell.Theme);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && await Js.InvokeAsync<string?>("advPortal.preferred", "density") is "comfortable")
        {
            _airy = true;
            StateHasChanged();
        }
    }

    // How close rows stand depends on the screen: this browser remembers it, the member's record does not.
    private async Task ToggleDensityAsync()
    {
        _airy = !_airy;
        await Js.InvokeVoidAsync("advPortal.prefer", "density", _airy ? "comfortable" : "");
    }

    private async Task ChooseThemeAsync(string? theme)
    {
        _theme = theme;
        await Js.InvokeVoidAsync("advPortal.prefer", "theme", theme ?? "");
        await KeepAsync(_language);
    }

    private async Task ToggleLettersAsync()
    {
        _letters = !_letters;
        await Js.InvokeVoidAsync("advPortal.prefer", "letters", _letters ? "" : "off");
        await KeepAsync(_language);
    }

    private async Task SpeakAsync(string language)
    {
        if (language != _language)
        {
            await KeepAsync(language);
            await Js.InvokeVoidAsync("advPortal.speak", language);
        }
    }

    private Task KeepAsync(string language) => Shell.PreferAsync(new(language, _theme, _letters));
}
