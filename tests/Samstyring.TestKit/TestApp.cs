using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Samstyring.Data;

namespace Samstyring.TestKit;

/// <summary>The whole application over one database, at a fixed time.</summary>
public sealed class TestApp(TestDatabase database, params IInterceptor[] alsoListening) : WebApplicationFactory<Program>
{
    private static readonly Dictionary<DatabaseKind, Lazy<Task<TestApp>>> Shared =
        Enum.GetValues<DatabaseKind>().ToDictionary(kind => kind, kind => new Lazy<Task<TestApp>>(() => StartAsync(kind)));

    private readonly QueryCounter _queries = new();

    public TestDatabase Database { get; } = database;

    /// <summary>Whether answers are remembered, as they are in production. Otherwise every answer is made anew, so that a test sees what it has just changed.</summary>
    public bool RemembersAnswers { get; init; }

    /// <summary>The application with all facts, for all tests that only read.</summary>
    public static Task<TestApp> SharedAsync(DatabaseKind kind) => Shared[kind].Value;

    /// <summary>A visitor who keeps no cookies and follows redirects.</summary>
    public HttpClient Visitor() => CreateClient(new() { HandleCookies = false });

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
        var count = _queries.Start();
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        return count.Commands;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("SAMSTYRING_DATABASE", Database.ConnectionString);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.ConfigureTestServices(services =>
        {
            if (!RemembersAnswers)
            {
                services.Replace(ServiceDescriptor.Singleton<IOutputCacheStore>(new ForgetfulStore()));
            }

            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FixedTime()));
            services.ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(_queries).AddInterceptors(alsoListening));
            services.ConfigureDbContext<PostgresDb>(options => options.AddInterceptors(_queries).AddInterceptors(alsoListening));
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

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    }
}
