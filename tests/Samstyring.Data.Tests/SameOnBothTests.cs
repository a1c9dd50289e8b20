using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samstyring.TestKit;

namespace Samstyring.Data.Tests;

/// <summary>SQLite and PostgreSQL compare, order and sum alike.</summary>
public sealed class SameOnBothTests
{
    [Fact]
    public async Task Names_come_in_the_same_order_and_it_is_the_norwegian_one()
    {
        var (sqlite, postgres) = await BothAsync(db => db.Organisations.OrderBy(o => o.SortKey).ThenBy(o => o.Key).Select(o => o.Name.Nb!).ToListAsync());

        Assert.Equal(sqlite, postgres);
        Assert.Equal(531, sqlite.Count);
        Assert.Equal(sqlite.Order(StringComparer.Create(CultureInfo.GetCultureInfo("nb-NO"), ignoreCase: true)), sqlite);
        Assert.Equal(["Øyer", "Øygarden", "Øystre Slidre", "Ål"], sqlite.Where(name => name is "Øygarden" or "Ål" or "Øystre Slidre" or "Øyer").ToArray());
    }

    [Fact]
    public async Task Texts_compare_by_code_point()
    {
        var (sqlite, postgres) = await BothAsync(db => db.GlossaryTerms.OrderBy(t => t.Key).Select(t => t.Key).ToListAsync());

        Assert.Equal(sqlite, postgres);
        Assert.Equal(sqlite.Order(StringComparer.Ordinal), sqlite);
    }

    [Fact]
    public async Task Identifiers_come_in_the_same_order()
    {
        var (sqlite, postgres) = await BothAsync(db => db.Organisations.OrderBy(o => o.Id).Select(o => o.Key).ToListAsync());

        Assert.Equal(sqlite, postgres);
    }

    [Fact]
    public async Task A_part_of_a_folded_name_finds_the_same()
    {
        foreach (var part in new[] { "sund", "a", "oslo", "%", "_", "\\" })
        {
            var (sqlite, postgres) = await BothAsync(db => db.Organisations.Where(o => o.Folded.Contains(part)).OrderBy(o => o.Key).Select(o => o.Key).ToListAsync());

            Assert.Equal(sqlite, postgres);
            Assert.Equal(part.All(char.IsAsciiLetter), sqlite.Count > 0);
        }
    }

    [Fact]
    public async Task Sums_and_averages_are_the_same()
    {
        var (sqlite, postgres) = await BothAsync(async db => (
            Inhabitants: await db.Municipalities.GroupBy(m => m.County).Select(g => new { g.Key, Sum = g.Sum(m => m.Population2026), Average = g.Average(m => m.Population2026) }).OrderBy(g => g.Sum).ToListAsync(),
            Weights: await db.FormerMunicipalityNumbers.OrderBy(n => n.OldNumber).ThenBy(n => n.Weight).Select(n => n.Weight).ToListAsync()));

        Assert.Equal(sqlite.Inhabitants, postgres.Inhabitants);
        Assert.Equal(sqlite.Weights, postgres.Weights);
    }

    /// <summary>Tables that people fill, and no data file.</summary>
    private static readonly string[] FilledByUse =
    [
        "access_tokens", "affiliations", "budget_dates", "corrections", "data_protection_keys", "gate_decisions", "gate_snapshots", "installation", "invitations", "mandates", "people", "person_claims", "person_logins", "person_passkeys",
        "person_tokens", "proposal_answerers", "proposals", "record_versions", "restricted_reads", "restrictions",
    ];

    [Fact]
    public async Task Every_table_holds_the_same_number_of_rows()
    {
        var (sqlite, postgres) = await BothAsync(async db =>
        {
            Dictionary<string, int> counts = [];
            foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Order(StringComparer.Ordinal))
            {
#pragma warning disable EF1002 // The name of a table of the model.
                counts[table] = await db.Database.SqlQueryRaw<int>($"SELECT CAST(COUNT(*) AS int) AS \"Value\" FROM {table}").SingleAsync();
#pragma warning restore EF1002
            }

            return counts;
        });

        Assert.Equal(sqlite, postgres);
        Assert.All(sqlite, table => Assert.Equal(FilledByUse.Contains(table.Key), table.Value == 0));
    }

    private static async Task<(T Sqlite, T Postgres)> BothAsync<T>(Func<SamstyringDb, Task<T>> query)
    {
        await using var sqlite = (await TestDatabase.SharedAsync(DatabaseKind.Sqlite)).Open();
        await using var postgres = (await TestDatabase.SharedAsync(DatabaseKind.Postgres)).Open();
        return (await query(sqlite), await query(postgres));
    }
}
