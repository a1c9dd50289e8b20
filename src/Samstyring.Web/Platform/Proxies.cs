using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Samstyring.Web.Platform;

/// <summary>Behind a reverse proxy, the visitor's address and scheme come in headers. They are believed only from proxies that are named.</summary>
internal static class Proxies
{
    /// <summary>Addresses and networks of the proxies, with commas between: <c>127.0.0.1, 10.0.0.0/8</c>. Nobody is believed when it is empty.</summary>
    private const string Setting = "SAMSTYRING_PROXIES";

    public static void UseProxies(this WebApplication app)
    {
        string[] named = (app.Configuration[Setting] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (named is [])
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in named)
        {
            options.KnownIPNetworks.Add(Read(proxy));
        }

        app.UseForwardedHeaders(options);
    }

    private static System.Net.IPNetwork Read(string text) => (IPAddress.TryParse(text, out var address), System.Net.IPNetwork.TryParse(text, out var network)) switch
    {
        (true, _) => new(address!, address!.GetAddressBytes().Length * 8),
        (_, true) => network,
        _ => throw new InvalidOperationException($"{Setting} holds «{text}», which is no address and no network. Example: 127.0.0.1, 10.0.0.0/8"),
    };
}
