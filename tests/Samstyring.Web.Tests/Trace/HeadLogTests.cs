using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Samstyring.Data.Trace;
using Samstyring.TestKit;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Tests.Trace;

public sealed class HeadLogTests
{
    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_log_is_told_the_end_of_the_chain_at_the_start_and_again_only_when_it_has_grown(DatabaseKind kind)
    {
        using var lines = new Lines();
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        await using var listened = app.WithWebHostBuilder(host => host.UseSetting("Logging:LogLevel:Samstyring", "Information").ConfigureLogging(logging => logging.AddProvider(lines)));
        var head = listened.Services.GetRequiredService<HeadLog>();
        var first = await HeadAsync();
        Assert.Equal([first], lines.Heads);

        await head.TellAsync(CancellationToken.None);
        Assert.Equal([first], lines.Heads);

        await app.RegisterAsync("4207");
        await head.TellAsync(CancellationToken.None);
        Assert.Equal([first, await HeadAsync()], lines.Heads);

        async Task<string> HeadAsync()
        {
            await using var db = app.Database.Open();
            return (await AuditChain.HeadAsync(db, CancellationToken.None)).ToString();
        }
    }

    /// <summary>Keeps the structured values of the lines that tell of the chain.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _heads = new();

        public IReadOnlyList<string> Heads => [.. _heads];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Name == "ChainHead" && state is IReadOnlyList<KeyValuePair<string, object?>> values)
            {
                _heads.Enqueue($"{values.Single(v => v.Key == "Number").Value}:{values.Single(v => v.Key == "Hash").Value}");
            }
        }

        public void Dispose()
        {
        }
    }
}
