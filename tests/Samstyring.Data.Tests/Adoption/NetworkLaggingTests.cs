using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Adoption;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;

namespace Samstyring.Data.Tests.Adoption;

/// <summary>What is counted in the database is what the rule says, whoever the solutions are for.</summary>
public sealed class NetworkLaggingTests
{
    private const int Solutions = 40;

    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData(DatabaseKind.Sqlite, null)]
    [InlineData(DatabaseKind.Sqlite, "33")]
    [InlineData(DatabaseKind.Postgres, null)]
    [InlineData(DatabaseKind.Postgres, "33")]
    public async Task Lagging_is_counted_as_the_rule_says_it_over_all_solutions(DatabaseKind kind, string? county)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        await SeedAsync(db);
        var members = await NetworkAdoption.MembersAsync(db, OrganisationId.Of("digi-viken"), "digi-viken", CancellationToken.None);
        NetworkScope scope = new(members, county, []);

        var counted = await NetworkLagging.PageAsync(db, scope, 0, 1_000, CancellationToken.None);
        var summary = await NetworkLagging.SummaryAsync(db, scope, CancellationToken.None);

        var solutions = await AllAsync(db, scope);
        var matrix = await NetworkAdoption.StepsAsync(db, scope, solutions, CancellationToken.None);
        var shown = scope.Shown.Select(m => m.Id).ToHashSet();
        var laggards = solutions.SelectMany(s => LaggingRules.Of(s, matrix.Of(s), [], Today)).Where(l => shown.Contains(l.Member.Id)).ToList();
        Assert.InRange(counted.Count, 5, Solutions);
        Assert.Equal(
            laggards.GroupBy(l => l.Solution.Key).Select(g => (g.Key, g.First().Decided, g.First().Eligible, g.Count())).OrderBy(row => row.Key),
            counted.Select(l => (l.Key, l.Decided, l.Eligible, l.Lagging)).OrderBy(row => row.Key));
        Assert.Equal(counted.Select(l => l.Lagging).OrderDescending(), counted.Select(l => l.Lagging));
        Assert.Equal(counted.Count, summary.Solutions);
        Assert.Equal(laggards.GroupBy(l => l.Member.Number).Select(g => (g.Key, g.Count())).OrderBy(row => row.Key), summary.ByMember.Select(m => (m.Key, m.Value)).OrderBy(row => row.Key));
        Assert.Equal(counted.Skip(3).Take(4), await NetworkLagging.PageAsync(db, scope, 3, 4, CancellationToken.None));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Solutions_for_others_are_left_out_and_a_name_narrows_them(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        await SeedAsync(db);
        var members = await NetworkAdoption.MembersAsync(db, OrganisationId.Of("digi-agder"), "digi-agder", CancellationToken.None);

        var all = await AllAsync(db, new(members, null, []));
        var named = await AllAsync(db, new(members, null, ["provd", "7"]));

        Assert.DoesNotContain(all, s => s.EligibleCounties is { } counties && !counties.Contains("42"));
        Assert.Contains(all, s => s.Key == "provd-0");
        Assert.All(all.Take(20), s => Assert.True(s.Key.StartsWith("provd-", StringComparison.Ordinal) || s.Key == "eksempel-timebestilling", s.Key));
        Assert.Contains("digisos", all.TakeLast(12).Select(s => s.Key));
        Assert.All(named, s => Assert.Contains("7", s.Key));
        Assert.NotEmpty(named);
        Assert.Equal(named.Count, (await NetworkAdoption.CountAsync(db, OrganisationId.Of("digi-agder"), new(members, null, ["provd", "7"]), CancellationToken.None)).Solutions);
    }

    private static async Task<IReadOnlyList<Solution>> AllAsync(SamstyringDb db, NetworkScope scope) =>
        await NetworkAdoption.SolutionsAsync(db, await NetworkAdoption.KeysAsync(db, scope, 0, 1_000, CancellationToken.None), CancellationToken.None);

    /// <summary>Solutions for all, for a few counties and for some sizes, with steps that follow from the numbers: the same each time.</summary>
    private static async Task SeedAsync(SamstyringDb db)
    {
        var municipalities = await db.Municipalities.OrderBy(m => m.Number).Select(m => new { m.Id, m.Number }).ToListAsync();
        var steps = Enum.GetValues<AdoptionStep>();
        for (var i = 0; i < Solutions; i++)
        {
            Solution solution = new()
            {
                Id = SolutionId.Of($"provd-{i}"),
                Key = $"provd-{i}",
                Name = new($"Prøvd {i}"),
                Owner = OrganisationId.Of("ks"),
                EligibleCounties = (i % 5) switch { 1 => "31|32", 2 => "33|42", _ => null },
                EligibleFrom = i % 7 == 3 ? 8_000 : null,
                EligibleBelow = i % 6 == 4 ? 20_000 : null,
                Provenance = new("ks-priser-2021", "2021", Certainty.Stated),
                SortKey = NorwegianOrder.Key($"Prøvd {i}"),
                Folded = Folding.Fold($"Prøvd {i}"),
            };
            db.Add(solution);
            foreach (var (index, municipality) in municipalities.Index().Where(m => ((m.Index * 31) + (i * 17)) % 11 > 1))
            {
                // Some are decided more often than others, so that some solutions are lagged on and some are not.
                var step = ((index * 13) + (i * 7)) % 20 < i / 2 ? AdoptionStep.Decided : steps[((index * 7) + (i * 3)) % steps.Length];
                AdoptionRecord record = new() { Solution = solution.Id, Municipality = municipality.Id, Step = step, ClaimedStep = index % 9 == 0 ? AdoptionStep.Informed : null };
                record.Derive();
                db.Add(record);
            }
        }

        db.Record(new Told());
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }
}
