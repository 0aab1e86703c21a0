using MudBlazor;

namespace AdvPortal.Web;

/// <summary>What MudBlazor's own components (dialogs, pickers) must know of the look; everything else reads the variables of app.css, where the same values stand.</summary>
public static class Theme
{
    private static readonly string[] _inter = ["Inter Variable", "Inter", "system-ui", "sans-serif"];

    public static readonly MudTheme Portal = new()
    {
        PaletteLight = new PaletteLight
        {
            Background = "#F4F6F7", BackgroundGray = "#F9FAFB", Surface = "#FFFFFF",
            AppbarBackground = "#FFFFFF", AppbarText = "#162027", DrawerBackground = "#FFFFFF", DrawerText = "#44515A", DrawerIcon = "#44515A",
            TextPrimary = "#162027", TextSecondary = "#44515A", TextDisabled = "#5F6B74",
            ActionDefault = "#44515A", ActionDisabled = "#5F6B74", ActionDisabledBackground = "#F9FAFB",
            LinesDefault = "#DFE4E7", LinesInputs = "#848F98", TableLines = "#DFE4E7", Divider = "#DFE4E7", TableHover = "#F1F4F5",
            Skeleton = "#EDF0F2", GrayLighter = "#EDF0F2", GrayDefault = "#5F6B74", GrayDark = "#44515A",
            Primary = "#0B5F7A", PrimaryDarken = "#094D63", PrimaryContrastText = "#FFFFFF", Info = "#0B5F7A", InfoContrastText = "#FFFFFF",
            Secondary = "#573A97", Success = "#17693A", Warning = "#864800", Error = "#A3211A", HoverOpacity = 0.06,
        },
        PaletteDark = new PaletteDark
        {
            Background = "#0E1316", BackgroundGray = "#1A2126", Surface = "#151B1F",
            AppbarBackground = "#151B1F", AppbarText = "#E7ECEF", DrawerBackground = "#151B1F", DrawerText = "#B7C2C9", DrawerIcon = "#B7C2C9",
            TextPrimary = "#E7ECEF", TextSecondary = "#B7C2C9", TextDisabled = "#93A0A8",
            ActionDefault = "#B7C2C9", ActionDisabled = "#93A0A8", ActionDisabledBackground = "#1A2126",
            LinesDefault = "#2A343A", LinesInputs = "#74828B", TableLines = "#2A343A", Divider = "#2A343A", TableHover = "#1D252A",
            Skeleton = "#232C32", GrayLighter = "#232C32", GrayDefault = "#93A0A8", GrayDark = "#B7C2C9",
            Primary = "#57B6D2", PrimaryLighten = "#7CC8DF", PrimaryContrastText = "#04202A", Info = "#57B6D2", InfoContrastText = "#04202A",
            Secondary = "#C6B3F3", SecondaryContrastText = "#170F2B", Success = "#80D3A0", SuccessContrastText = "#0E1316",
            Warning = "#F0BF70", WarningContrastText = "#0E1316", Error = "#FFA69D", ErrorContrastText = "#230603", HoverOpacity = 0.08,
        },
        LayoutProperties = new() { DefaultBorderRadius = "6px", AppbarHeight = "48px", DrawerWidthLeft = "224px", DrawerMiniWidthLeft = "56px" },
        Typography = new()
        {
            Default = new DefaultTypography { FontFamily = _inter, FontSize = "13px", LineHeight = "20px", LetterSpacing = "-.004em" },
            H1 = new H1Typography { FontFamily = _inter, FontSize = "20px", LineHeight = "28px", FontWeight = "650" },
            H2 = new H2Typography { FontFamily = _inter, FontSize = "22px", LineHeight = "32px", FontWeight = "650" },
            H3 = new H3Typography { FontFamily = _inter, FontSize = "15px", LineHeight = "20px", FontWeight = "600" },
            H6 = new H6Typography { FontFamily = _inter, FontSize = "15px", LineHeight = "20px", FontWeight = "600" },
            Body1 = new Body1Typography { FontFamily = _inter, FontSize = "13px", LineHeight = "20px", LetterSpacing = "-.004em" },
            Body2 = new Body2Typography { FontFamily = _inter, FontSize = "12px", LineHeight = "16px", LetterSpacing = "-.004em" },
            Caption = new CaptionTypography { FontFamily = _inter, FontSize = "12px", LineHeight = "16px" },
            Overline = new OverlineTypography { FontFamily = _inter, FontSize = "11px", LineHeight = "16px", TextTransform = "none" },
            Button = new ButtonTypography { FontFamily = _inter, FontSize = "13px", LineHeight = "20px", FontWeight = "500", TextTransform = "none", LetterSpacing = "normal" },
        },
    };
}
