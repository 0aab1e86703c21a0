using AdvPortal.Domain.Tenants;

namespace AdvPortal.Bench.Lab;

/// <summary>A company full of orders: how to come in, and whom to ask for.</summary>
/// <param name="Secret">Of an API key that may do everything.</param>
/// <param name="Strict">A client with requirements, on whom new orders are placed.</param>
/// <param name="Emails">With which the members sign in.</param>
internal sealed record Crowd(Tenant Tenant, string Secret, IReadOnlyList<MemberId> Members, IReadOnlyList<string> Emails, ClientId Strict, IReadOnlyList<string> ProductCodes)
{
    /// <summary>The one password of all its members.</summary>
    public const string Password = "bench-adv-portal";

    private static readonly TimeZoneInfo _paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public string Slug => Tenant.Slug;

    /// <summary>A scope in which the portal itself acts for this company.</summary>
    public AsyncServiceScope Enter(ServiceProvider services)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsPortal(Tenant.Id, _paris);

        return scope;
    }
}
