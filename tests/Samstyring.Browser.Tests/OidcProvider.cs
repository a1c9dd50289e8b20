using System.Diagnostics;
using Samstyring.TestKit;

namespace Samstyring.Browser.Tests;

/// <summary>A real OpenID Connect provider, <c>oidc/provider.mjs</c>, on a port of its own. Whatever name is given there is somebody's.</summary>
internal sealed class OidcProvider : IDisposable
{
    public const string Name = "Prøvetjenesten";

    private readonly Process _process;

    private OidcProvider(Process process, string issuer) => (_process, Issuer) = (process, issuer);

    public string Issuer { get; }

    /// <summary>What the application must be told to use it.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["SAMSTYRING_ATTEMPTS_PER_MINUTE"] = "1000000",
        ["SAMSTYRING_OIDC:prove:NAME"] = Name,
        ["SAMSTYRING_OIDC:prove:ISSUER"] = Issuer,
        ["SAMSTYRING_OIDC:prove:CLIENTID"] = "samstyring",
        ["SAMSTYRING_OIDC:prove:CLIENTSECRET"] = "a secret of the tests only, long enough",
        ["SAMSTYRING_OIDC:prove:SCOPES"] = "profile",
    };

    public static async Task<OidcProvider> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo("node", "provider.mjs")
        {
            WorkingDirectory = Path.Combine(Repository.Root, "tests", "Samstyring.Browser.Tests", "oidc"),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = process.StandardError.ReadToEndAsync();
        return await process.StandardOutput.ReadLineAsync() is { } issuer
            ? new(process, issuer)
            : throw new InvalidOperationException("The OpenID Connect provider of the tests did not start. Are its packages there (npm ci in its folder)?\n" + await said);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
