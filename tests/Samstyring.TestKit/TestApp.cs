using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Samstyring.Data;
using Samstyring.Data.People;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;

namespace Samstyring.TestKit;

/// <summary>Somebody signed in, with a browser without scripts.</summary>
public sealed record SignedInVisitor(HttpClient Http, Person Person)
{
    public async Task<TestPage> OpenAsync(string path) => await TestPage.ReadAsync(Http, await Http.GetAsync(new Uri(path, UriKind.Relative)));
}

/// <summary>The whole application over one database, at a fixed time.</summary>
public sealed class TestApp(TestDatabase database, params IInterceptor[] alsoListening) : WebApplicationFactory<Program>
{
    private static readonly Dictionary<DatabaseKind, Lazy<Task<TestApp>>> Shared =
        Enum.GetValues<DatabaseKind>().ToDictionary(kind => kind, kind => new Lazy<Task<TestApp>>(() => StartAsync(kind)));

    public const string Password = "et langt passord 42";

    private static int _people;

    private readonly QueryCounter _queries = new();

    private readonly Lock _door = new();

    private Task<SignedInVisitor>? _insider;

    public TestDatabase Database { get; } = database;

    /// <summary>Whether answers are remembered, as they are in production. Otherwise every answer is made anew, so that a test sees what it has just changed.</summary>
    public bool RemembersAnswers { get; init; }

    /// <summary>The environment it runs in.</summary>
    public string Environment { get; init; } = "Development";

    /// <summary>What is set besides the database. Everybody here has the same address, and signs in often.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal) { ["SAMSTYRING_ATTEMPTS_PER_MINUTE"] = "1000000" };

    /// <summary>Puts something of a test in the place of what the application would use.</summary>
    public Action<IServiceCollection> Replacing { get; init; } = _ => { };

    /// <summary>The address that its visitors come from.</summary>
    public IPAddress ClientAddress { get; init; } = IPAddress.Loopback;

    /// <summary>Its clock stands still here.</summary>
    public static DateTimeOffset Now { get; } = new FixedTime().GetUtcNow();

    /// <summary>A new browser, that keeps cookies and follows redirects.</summary>
    public async Task<TestPage> BrowseAsync(string path)
    {
        var http = CreateClient();
        return await TestPage.ReadAsync(http, await http.GetAsync(new Uri(path, UriKind.Relative)));
    }

    /// <summary>The application with all facts, for all tests that only read.</summary>
    public static Task<TestApp> SharedAsync(DatabaseKind kind) => Shared[kind].Value;

    /// <summary>A visitor who keeps no cookies and follows redirects.</summary>
    public HttpClient Visitor() => CreateClient(new() { HandleCookies = false });

    /// <summary>Somebody new who has a role for an organisation and has signed in by the form; follows redirects.</summary>
    /// <param name="organisation">The key of the organisation; null for an administrator who acts for nobody.</param>
    /// <param name="name">A name of the test's own, where it matters.</param>
    public async Task<SignedInVisitor> SignInAsync(string? organisation, Role role = Role.Contributor, bool administrator = false, string? name = null)
    {
        var person = await RegisterAsync(organisation, role, administrator, name);
        var http = CreateClient();
        var form = await TestPage.ReadAsync(http, await http.GetAsync(new Uri("/logg-inn", UriKind.Relative)));
        var page = await form.SubmitAsync("form.form-panel", ("Email", person.Email!), ("Password", Password));
        return page.Response.IsSuccessStatusCode ? new(http, person) : throw new InvalidOperationException($"Sign-in answered {page.Response.StatusCode}:\n{page.Html}");
    }

    /// <summary>Somebody who may open every page: an administrator who also manages a municipality.</summary>
    public Task<SignedInVisitor> InsiderAsync()
    {
        lock (_door)
        {
            return _insider ??= SignInAsync("4207", Role.Manager, administrator: true);
        }
    }

    /// <summary>Somebody new who can sign in with <see cref="Password"/>.</summary>
    public async Task<Person> RegisterAsync(string? organisation, Role role = Role.Contributor, bool administrator = false, string? name = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var number = Interlocked.Increment(ref _people);
        var email = name is null ? $"kari{number}@example.org" : $"{name}@example.org";
        var person = new Person { Name = name ?? $"Kari Test {number}", UserName = email, Email = email, IsAdministrator = administrator };
        var result = await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().CreateAsync(person, Password);
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Description)));
        }

        if (organisation is not null)
        {
            await AffiliateAsync(person, organisation, role);
        }

        return person;
    }

    /// <summary>Gives a person a role for one more organisation.</summary>
    public async Task AffiliateAsync(Person person, string organisation, Role role)
    {
        await using var db = Database.Open();
        var now = new FixedTime().GetUtcNow();
        db.Add(Affiliation.Begin(person.Id, OrganisationId.Of(organisation), role, Actor.Installation, now, "A test needs it."));
        await db.SaveChangesAsync();
    }

    public async Task<TestPage> OpenAsync(string path)
    {
        var http = Visitor();
        return await TestPage.ReadAsync(http, await http.GetAsync(new Uri(path, UriKind.Relative)));
    }

    /// <summary>What the database was asked while the application answered a request.</summary>
    public async Task<IReadOnlyList<string>> QueriesOfAsync(string path)
    {
        Server.PreserveExecutionContext = true;
        using var http = Visitor();
        return await QueriesOfAsync(path, http);
    }

    /// <summary>The same for somebody signed in: who that is, is asked too. Set <c>Server.PreserveExecutionContext</c> before signing in.</summary>
    public async Task<IReadOnlyList<string>> QueriesOfAsync(string path, HttpClient http)
    {
        var count = _queries.Start();
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        return count.Commands;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.UseSetting("SAMSTYRING_DATABASE", Database.ConnectionString);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.ConfigureTestServices(services =>
        {
            if (!RemembersAnswers)
            {
                services.Replace(ServiceDescriptor.Singleton<IOutputCacheStore>(new ForgetfulStore()));
            }

            services.AddSingleton<IStartupFilter>(new FromAddress(ClientAddress));
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FixedTime()));
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
            services.ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(_queries).AddInterceptors(alsoListening));
            services.ConfigureDbContext<PostgresDb>(options => options.AddInterceptors(_queries).AddInterceptors(alsoListening));
            Replacing(services);
        });
    }

    /// <summary>Started before anybody has it: tests that run beside each other must not start it twice.</summary>
    private static async Task<TestApp> StartAsync(DatabaseKind kind)
    {
        var app = new TestApp(await TestDatabase.SharedAsync(kind));
        app.Server.PreserveExecutionContext = true;
        return app;
    }

    private sealed class ForgetfulStore : IOutputCacheStore
    {
        public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => new((byte[]?)null);

        public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }

    /// <summary>The test server has no connection, and so no address of the one who calls; and no limit of what it takes.</summary>
    private sealed class FromAddress(IPAddress address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, on) =>
            {
                context.Connection.RemoteIpAddress = address;
                context.Features.Set<IHttpMaxRequestBodySizeFeature>(new Limit());
                return on(context);
            });
            next(app);
        };
    }

    /// <summary>Kestrel's own.</summary>
    private sealed class Limit : IHttpMaxRequestBodySizeFeature
    {
        public bool IsReadOnly => false;

        public long? MaxRequestBodySize { get; set; } = 30_000_000;
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    }
}
