using Microsoft.Playwright;
using Samstyring.Data.People;
using Samstyring.Domain.Access;
using Samstyring.TestKit;

[assembly: AssemblyFixture(typeof(Samstyring.Browser.Tests.Browser))]

namespace Samstyring.Browser.Tests;

/// <summary>Debian's Chromium and the whole application on a free port, once for all tests.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright _playwright = null!;
    private IBrowser _chromium = null!;
    private TestApp _app = null!;
    private OidcProvider _provider = null!;

    public IServiceProvider Services => _app.Services;

    public Uri Address { get; private set; } = null!;

    /// <summary>The provider that the application can sign people in with.</summary>
    public string Issuer => _provider.Issuer;

    public async ValueTask InitializeAsync()
    {
        _provider = await OidcProvider.StartAsync();
        _app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite)) { Settings = _provider.Settings };
        _app.UseKestrel(0);
        _app.StartServer();

        // By name: a passkey belongs to a domain, and a number is none.
        Address = new UriBuilder(_app.ClientOptions.BaseAddress) { Host = "localhost" }.Uri;
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        _playwright.Dispose();
        await _app.DisposeAsync();
        _provider.Dispose();
    }

    /// <summary>Somebody new who can sign in and act for an organisation.</summary>
    public Task<Person> RegisterAsync(string organisation) => _app.RegisterAsync(organisation);

    /// <summary>A new visitor's page: no cookies, 1280 × 900 unless told.</summary>
    public async Task<IPage> OpenAsync(string path, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool javaScript = true)
    {
        var page = await NewPageAsync(width, scheme, javaScript);
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Before anything is opened.</summary>
    public async Task<IPage> NewPageAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light, bool javaScript = true)
    {
        var context = await _chromium.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = javaScript,
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(10_000);
        return page;
    }

    /// <summary>Signs somebody new in by the form, who may open every page.</summary>
    public async Task SignInAsync(IPage page, string organisation = "4207")
    {
        var person = await _app.RegisterAsync(organisation, Role.Manager, administrator: true);
        await page.GotoAsync("/logg-inn?tilbake=/min-side");
        await page.Locator("#Email").FillAsync(person.Email!);
        await page.Locator("#Password").FillAsync(TestApp.Password);
        await page.Locator("main form.form-panel button").ClickAsync();
        await page.WaitForURLAsync("**/min-side");
    }
}
