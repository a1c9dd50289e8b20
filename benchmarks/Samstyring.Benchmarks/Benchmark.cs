using System.Globalization;
using System.Reflection;

namespace Samstyring.Benchmarks;

/// <summary>The whole run: databases, servers, starts and load.</summary>
internal static class Benchmark
{
    private const string FirstPage = "/livshendelser/alvorlig-sykt-barn";

    private static readonly Target[] Targets =
    [
        .. CachedAndAnew("Organisation list", "/organisasjoner", leastOfBare: Report.LeastOfList),
        new("Organisation list, compressed, from the cache", "/organisasjoner", Header.Compressed, LeastOfBare: Report.LeastOfList),
        .. CachedAndAnew("Life-event list", "/livshendelser", leastOfBare: Report.LeastOfList),
        .. CachedAndAnew("Municipality page", "/kommuner/4207"),
        .. CachedAndAnew("Life-event page", "/livshendelser/alvorlig-sykt-barn"),
        .. CachedAndAnew("Life event with most activities", "/livshendelser/" + GeneratedFacts.LargestLifeEvent),
        .. CachedAndAnew("Gate page of the largest initiative", $"/tiltak/{InitiativeSize.Largest.Key}/porter/bp3", leastOfBare: Report.LeastOfGate),
        .. CachedAndAnew("Search", "/sok?q=flekkefjord"),
        new("Search, one hit, made anew", "/sok?q=4207", Header.Anew, BesideBare: false),
        .. CachedAndAnew("API: organisations", "/api/v1/organisations", besideBare: false),
        .. CachedAndAnew("API: search", "/api/v1/search?q=flekkefjord", besideBare: false),
    ];

    public static async Task<Findings> RunAsync(DirectoryInfo published, DirectoryInfo data, int seconds, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("samstyring-bench-");
        List<(Server Server, ColdStart Start)> servers = [];
        await using var postgres = await TemporaryPostgres.StartAsync();
        try
        {
            IReadOnlyList<Dataset> datasets = await FillAsync(folder, postgres, data, stop);
            var web = Path.Combine(published.FullName, "web", "Samstyring.Web.dll");
            servers.Add(await StartAsync(Report.Bare, Path.Combine(published.FullName, "bare", "Samstyring.Bare.dll"), "/", database: null));
            foreach (var dataset in datasets)
            {
                servers.Add(await StartAsync(dataset.Name, web, FirstPage, dataset.Connection));
            }

            var load = Load.Create();
            var comparison = new Comparison(servers[0].Server, [.. servers.Skip(1).Select(s => s.Server)], load, seconds);
            var results = await comparison.RunAsync(Targets, stop);
            var version = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
            return new(
                new(TimeProvider.System.GetLocalNow(), load.Name, seconds, postgres.Version, comparison.BusyWithOther, version),
                datasets, results, comparison.Skipped, [.. servers.Select(s => (s.Server.Name, s.Start, s.Server.Memory))]);
        }
        finally
        {
            foreach (var (server, _) in servers)
            {
                await server.DisposeAsync();
            }

            folder.Delete(recursive: true);
        }
    }

    /// <summary>What visitors get, and what it costs to make. The share of a bare page is what lists and the gate page promise, made anew too.</summary>
    private static Target[] CachedAndAnew(string name, string path, bool besideBare = true, double? leastOfBare = null) =>
    [
        new(name + ", from the cache", path, BesideBare: besideBare, LeastOfBare: leastOfBare),
        new(name + ", made anew", path, Header.Anew, BesideBare: leastOfBare is not null, LeastOfBare: leastOfBare),
    ];

    /// <summary>Small before large on each database: the report compares the first with the last.</summary>
    private static async Task<IReadOnlyList<Dataset>> FillAsync(DirectoryInfo folder, TemporaryPostgres postgres, DirectoryInfo data, CancellationToken stop)
    {
        List<Dataset> datasets =
        [
            .. new[] { Size.Small, Size.Large }.Select((size, i) => new Dataset("SQLite", size, string.Create(CultureInfo.InvariantCulture, $"Data Source={folder.FullName}/{i}.db"))),
            .. new[] { Size.Small, Size.Large }.Select((size, i) => new Dataset("PostgreSQL", size, postgres.Connection(string.Create(CultureInfo.InvariantCulture, $"bench{i}")))),
        ];
        foreach (var dataset in datasets)
        {
            stop.ThrowIfCancellationRequested();
            await Console.Error.WriteLineAsync($"Filling {dataset.Name} …");
            await Datasets.FillAsync(dataset, data.FullName);
        }

        return datasets;
    }

    private static async Task<(Server Server, ColdStart Start)> StartAsync(string name, string dll, string firstPage, string? database)
    {
        await Console.Error.WriteLineAsync($"Starting {name} …");
        return await Server.StartAsync(name, dll, firstPage, database);
    }
}
