using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Samstyring.TestKit;

namespace Samstyring.Cli.Tests;

/// <summary>The files in <c>deploy/</c>, with nothing changed but names, ports and paths.</summary>
public sealed class ProductionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samstyring-production-");

    [Fact]
    public async Task The_unit_is_one_that_systemd_takes()
    {
        await CopyAsync("samstyring.service", ("/opt/samstyring/web/Samstyring.Web", "/bin/true"), ("/opt/samstyring/web", _folder.FullName));

        var run = await Tools.RunAsync(Tools.Program("systemd-analyze", "verify", InFolder("samstyring.service")));

        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Errors));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Somebody_signs_in_through_the_proxy_over_https(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        string email;
        await using (var app = new TestApp(database))
        {
            email = (await app.RegisterAsync("4207")).Email!;
        }

        var (web, address) = await Programs.WebAsync(database.ConnectionString, ("ASPNETCORE_ENVIRONMENT", "Production"), ("SAMSTYRING_PROXIES", "127.0.0.1"));
        using var proxy = await ProxyAsync(new Uri(address).Port, out var port);
        try
        {
            using var http = Browser(port);
            var form = await TestPage.ReadAsync(http, await http.GetAsync(new Uri("/pa-vegne-av", UriKind.Relative)));
            Assert.Equal("https", form.Response.RequestMessage!.RequestUri!.Scheme);
            Assert.StartsWith("/logg-inn?", form.Address);

            var page = await form.SubmitAsync("form.form-panel", ("Email", email), ("Password", TestApp.Password));

            Assert.Equal("/pa-vegne-av", page.Address);
            Assert.Contains("Flekkefjord", page.Text(".on-behalf"));
        }
        finally
        {
            await StopAsync(proxy);
            await StopAsync(web);
        }
    }

    [Theory]
    [InlineData("127.0.0.1", "https")]
    [InlineData("10.0.0.0/8", "http")]
    [InlineData("", "http")]
    public async Task What_a_visitor_came_by_is_believed_only_from_a_proxy_that_is_named(string proxies, string scheme)
    {
        await using var database = await TestDatabase.LoadedAsync(DatabaseKind.Sqlite);
        var (web, address) = await Programs.WebAsync(database.ConnectionString, ("SAMSTYRING_PROXIES", proxies));
        try
        {
            using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
            using var request = new HttpRequestMessage(HttpMethod.Get, address + "/pa-vegne-av");
            request.Headers.Add("X-Forwarded-Proto", "https");

            using var answer = await http.SendAsync(request);

            Assert.Equal((HttpStatusCode.Redirect, scheme), (answer.StatusCode, answer.Headers.Location!.Scheme));
        }
        finally
        {
            await StopAsync(web);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task StopAsync(Process process)
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>A browser that trusts the throw-away certificate, and no other.</summary>
    private HttpClient Browser(int port)
    {
        X509ChainPolicy policy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(InFolder("certificate.pem")));
        return new(new SocketsHttpHandler { SslOptions = new() { CertificateChainPolicy = policy } }) { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"https://localhost:{port}")) };
    }

    /// <summary>nginx with our site and next to nothing around it.</summary>
    private Task<Process> ProxyAsync(int upstream, out int port)
    {
        port = Tools.FreePort();
        return StartProxyAsync(upstream, port);
    }

    private async Task<Process> StartProxyAsync(int upstream, int port)
    {
        WriteCertificate();
        await CopyAsync(
            "nginx.conf", ("listen 443", string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{port}")), ("listen 80", string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{Tools.FreePort()}")),
            ("127.0.0.1:5080", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{upstream}")), ("samstyring.example.no", "localhost"), ("/etc/ssl/samstyring", _folder.FullName));
        await File.WriteAllTextAsync(InFolder("around.conf"), $$"""
            daemon off; pid {{InFolder("nginx.pid")}}; error_log stderr warn;
            events { }
            http {
              access_log off;
              client_body_temp_path {{InFolder("body")}}; proxy_temp_path {{InFolder("proxy")}}; fastcgi_temp_path {{InFolder("fastcgi")}}; uwsgi_temp_path {{InFolder("uwsgi")}}; scgi_temp_path {{InFolder("scgi")}};
              include {{InFolder("nginx.conf")}};
            }
            """);
        var process = Process.Start(Tools.Program("nginx", "-p", _folder.FullName, "-c", InFolder("around.conf")))!;
        using var http = Browser(port);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromSeconds(20);)
        {
            try
            {
                if (await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)) == "ok")
                {
                    return process;
                }
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Yield();
            }
        }

        throw new InvalidOperationException("nginx did not answer: " + await process.StandardError.ReadToEndAsync());
    }

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2049, 1, 1, 0, 0, 0, TimeSpan.Zero));
        File.WriteAllText(InFolder("certificate.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(InFolder("key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private async Task CopyAsync(string file, params IEnumerable<(string From, string To)> changes)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "deploy", file));
        foreach (var (from, to) in changes)
        {
            Assert.Contains(from, text);
            text = text.Replace(from, to);
        }

        await File.WriteAllTextAsync(InFolder(file), text);
    }

    private string InFolder(string file) => Path.Combine(_folder.FullName, file);
}
