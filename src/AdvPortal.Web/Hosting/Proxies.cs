using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace AdvPortal.Web.Hosting;

/// <summary>Whom we believe when they say for whom they ask: only the proxies that were named, else anybody could be anybody.</summary>
internal static class Proxies
{
    private const string Setting = "Portal:TrustedProxies";

    public static void UseTrustedProxies(this WebApplication app)
    {
        if (Read(app.Configuration[Setting]) is { } options)
        {
            app.UseForwardedHeaders(options);
        }
    }

    /// <summary>Addresses and networks (10.0.0.0/8), separated by commas; null when none is named.</summary>
    internal static ForwardedHeadersOptions? Read(string? setting)
    {
        var named = (setting ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        if (named.Length == 0)
        {
            return null;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();

        foreach (var proxy in named)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (System.Net.IPNetwork.TryParse(proxy, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                throw new InvalidOperationException($"{Setting}: '{proxy}' is neither an address nor a network such as 10.0.0.0/8.");
            }
        }

        return options;
    }
}
