using AdvPortal.Application.Demo;
using AdvPortal.Application.Members;
using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.SignIn;

/// <summary>The door: of one company at its own address, of all a person works for at the portal's.</summary>
public partial class SignInPage
{
    private Refusal? _refusal;
    private IReadOnlyList<ListMemberships.Company>? _companies;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required IHostEnvironment Environment { get; init; }

    [Inject]
    public required CheckPassword Check { get; init; }

    [Inject]
    internal Sessions Sessions { get; init; } = null!;

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [SupplyParameterFromForm]
    public SignInForm? Form { get; set; }

    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    /// <summary>A mail with a link is on its way.</summary>
    [SupplyParameterFromQuery]
    public bool Left { get; set; }

    private TenantInfo? Tenant => Context.Features.Get<TenantInfo>();

    private IEnumerable<DemoAccess> Demo => SeedDemo.Access.Where(company => Tenant is null || Tenant.Slug == company.Slug);

    private async Task SignInAsync()
    {
        var login = await Check.ExecuteAsync(Form?.Email ?? "", Form?.Password ?? "", Context.RequestAborted);

        if (!login.IsOk)
        {
            _refusal = login.Refusal;
            return;
        }

        var open = await Sessions.SignInAsync(Context, login.Value);

        var only = Tenant is { } here ? open.FirstOrDefault(company => company.Slug == here.Slug) : open.Count == 1 ? open[0] : null;

        if (only is not null)
        {
            Context.Response.Redirect(Inside(only.Slug));
        }
        else if (Tenant is null && open.Count > 1)
        {
            _companies = open;
        }
        else
        {
            _refusal = new WrongCredentials();
        }
    }

    // Only ever back into the company: an address from outside is not followed.
    private string Inside(string slug) =>
        ReturnUrl is { } url && url.StartsWith($"/{slug}/", StringComparison.Ordinal) && !url.Contains("//", StringComparison.Ordinal) && !url.Contains('\\', StringComparison.Ordinal)
            ? url
            : $"/{slug}/";

    public sealed class SignInForm
    {
        public string? Email { get; set; }
        public string? Password { get; set; }
    }
}
