using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests;

/// <summary>A log that warns of nothing hides what it warns of.</summary>
public sealed class CalmTests
{
    [Fact]
    public async Task No_page_makes_the_log_warn()
    {
        using var warnings = new Warnings();
        await using var database = await TestDatabase.LoadedAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database) { Replacing = services => services.AddSingleton<ILoggerProvider>(warnings) };
        var insider = await app.InsiderAsync();
        using var visitor = app.Visitor();
        foreach (var path in (await Routes.PagesAsync()).Concat(await Routes.ClosedPagesAsync()))
        {
            foreach (var http in new[] { insider.Http, visitor })
            {
                using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
                Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
                Assert.Single(response.Headers.TryGetValues("Cache-Control", out var values) ? values : ["none"]);
            }
        }

        Assert.Empty(warnings.Lines.Distinct());
    }

    private sealed class Warnings : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Lined(categoryName, Lines);

        public void Dispose()
        {
        }

        private sealed class Lined(string category, ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                if (IsEnabled(logLevel))
                {
                    lines.Enqueue($"{category}: {formatter(state, exception)}");
                }
            }
        }
    }
}
