using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Samstyring.Data;
using Samstyring.Data.People;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;

namespace Samstyring.Benchmarks;

/// <summary>The pages that show adoption, with ten thousand and with a million records, in turns on both databases.</summary>
internal static class AdoptionSpeed
{
    private const double MostGrowth = 1.2;

    private static readonly AdoptionSize[] Sizes = [AdoptionSize.Small, AdoptionSize.Thin, AdoptionSize.Large];

    private static readonly Target[] Targets =
    [
        new("Municipality page", "/kommuner/4207", Header.Anew, BesideBare: false),
        new("Municipality page, the largest", "/kommuner/0301", Header.Anew, BesideBare: false),
        new("Solution page", $"/losninger/{GeneratedAdoption.FirstKey}", Header.Anew, BesideBare: false),
        new("Network matrix", "/nettverk/digi-agder/losninger", BesideBare: false) { IsSignedIn = true },
    ];

    private sealed record Place(string Database, AdoptionSize Size, string Connection)
    {
        public string Name => $"{Database}, {Size.Name}";
    }

    public static async Task<string> RunAsync(DirectoryInfo published, DirectoryInfo data, int seconds, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("samstyring-adoption-");
        List<Server> servers = [];
        await using var postgres = await TemporaryPostgres.StartAsync();
        try
        {
            Place[] places =
            [
                .. Sizes.Select((size, i) => new Place("SQLite", size, string.Create(CultureInfo.InvariantCulture, $"Data Source={folder.FullName}/{i}.db"))),
                .. Sizes.Select((size, i) => new Place("PostgreSQL", size, postgres.Connection(string.Create(CultureInfo.InvariantCulture, $"adoption{i}")))),
            ];
            var web = Path.Combine(published.FullName, "web", "Samstyring.Web.dll");
            foreach (var place in places)
            {
                stop.ThrowIfCancellationRequested();
                await Console.Error.WriteLineAsync($"Filling {place.Name} …");
                await FillAsync(place.Size, place.Connection, data.FullName);
                var (server, _) = await Server.StartAsync(place.Name, web, "/losninger", place.Connection);
                servers.Add(server);
                await server.SignInAsync(Email, Password);
            }

            var results = await new Comparison(bare: null, servers, Load.Create(), seconds).RunAsync(Targets, stop);
            return Report(places, results);
        }
        finally
        {
            foreach (var server in servers)
            {
                await server.DisposeAsync();
            }

            folder.Delete(recursive: true);
        }
    }

    private const string Email = "gen@example.invalid";

    private const string Password = "et langt passord 42";

    public static async Task FillAsync(AdoptionSize size, string connection, string data)
    {
        await using var services = Datasets.Services(connection);
        await using var scope = services.CreateAsyncScope();
        var db = await Datasets.BeginAsync(scope, data);
        await GeneratedAdoption.StoreAsync(db, size);
        await RegisterAsync(db);
        await Datasets.SettleAsync(db);
    }

    /// <summary>Somebody who acts for a municipality of the network that is looked at.</summary>
    private static async Task RegisterAsync(SamstyringDb db)
    {
        var person = new Person { Name = "Generert person", UserName = Email, NormalizedUserName = Email.ToUpperInvariant(), Email = Email, NormalizedEmail = Email.ToUpperInvariant(), SecurityStamp = Secret.New() };
        person.PasswordHash = new PasswordHasher<Person>().HashPassword(person, Password);
        db.Add(person);
        db.Add(Affiliation.Begin(person.Id, OrganisationId.Of("4207"), Role.Contributor, Actor.Installation, TimeProvider.System.GetUtcNow(), OwnReason.Example));
        await db.SaveChangesAsync();
    }

    private static string Report(Place[] places, IReadOnlyList<Result> results)
    {
        StringBuilder report = new($"""
            ## Pages of adoption

            Milliseconds until half the answers have come, the median of {Comparison.Rounds} runs in turns, all made anew, {Load.Connections} connections at once. To be at most {MostGrowth.ToString(CultureInfo.InvariantCulture)} times as long with {AdoptionSize.Large.Name} as with the others.

            | Page | Database | {string.Join(" | ", Sizes.Select(s => s.Name))} | Large / small | Large / thin | Met |
            |---|---|---:|---:|---:|---:|---:|---|

            """);
        foreach (var target in results.Select(r => r.Target).Distinct())
        {
            foreach (var database in places.GroupBy(p => p.Database, StringComparer.Ordinal))
            {
                double[] times = [.. database.Select(place => results.Single(r => r.Target == target && string.Equals(r.Server, place.Name, StringComparison.Ordinal)).Median.P50)];
                var (small, thin) = (times[^1] / times[0], times[^1] / times[1]);
                report.AppendLine(CultureInfo.InvariantCulture, $"| {target.Name} (`{target.Path}`) | {database.Key} | {string.Join(" | ", times.Select(t => t.ToString("0.0", CultureInfo.InvariantCulture)))} | {small:0.00} | {thin:0.00} | {(Math.Max(small, thin) <= MostGrowth ? "yes" : "**no**")} |");
            }
        }

        return report.ToString();
    }
}
