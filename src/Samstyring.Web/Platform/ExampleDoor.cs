using System.Net;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;

namespace Samstyring.Web.Platform;

/// <summary>
/// An example installation has people whom anybody may be by one click. That is only for somebody who tries it on the own machine: in
/// Development, and on a loopback address. Elsewhere the host does not start.
/// </summary>
public sealed class ExampleDoor(SamstyringDb db, IHostEnvironment environment)
{
    private static readonly string[] Forwarded = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    /// <summary>Whether the request comes from this machine itself, to this machine by its own name, and through no proxy.</summary>
    public async Task<bool> IsOpenAsync(HttpContext context, CancellationToken ct) =>
        environment.IsDevelopment()
        && context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && IsLoopback(context.Request.Host.Host)
        && !Forwarded.Any(context.Request.Headers.ContainsKey)
        && await db.Installations.AnyAsync(i => i.IsExample, ct);

    /// <exception cref="InvalidOperationException">This database must not be served here.</exception>
    internal static void RefuseElsewhere(IHostEnvironment environment, IConfiguration configuration)
    {
        if (!environment.IsDevelopment())
        {
            throw new InvalidOperationException("This database is an example installation: anybody may be its people. It runs only with ASPNETCORE_ENVIRONMENT=Development. Use another database for real work.");
        }

        if (Addresses(configuration).FirstOrDefault(address => !IsLoopbackAddress(address)) is { } open)
        {
            throw new InvalidOperationException($"This database is an example installation: anybody may be its people. It must listen on this machine only, and «{open}» is open to others. Use http://localhost:5080, or another database.");
        }
    }

    private static IEnumerable<string> Addresses(IConfiguration configuration)
    {
        var listed = (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        // Ports without an address are open on all of them.
        var ports = listed is [] ? new[] { configuration["http_ports"], configuration["https_ports"] }.Where(port => !string.IsNullOrWhiteSpace(port)).Select(port => $"http://*:{port}") : [];
        return [.. listed, .. ports, .. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>()];
    }

    private static bool IsLoopbackAddress(string address)
    {
        // BindingAddress throws on what is no address; the server will say so itself.
        var binding = BindingAddress.Parse(address);
        return !binding.IsUnixPipe && !binding.IsNamedPipe && IsLoopback(binding.Host);
    }

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
