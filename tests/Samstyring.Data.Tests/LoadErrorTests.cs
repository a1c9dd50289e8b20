using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Loading;
using Samstyring.TestKit;

namespace Samstyring.Data.Tests;

/// <summary>One wrong cell and nothing is stored; the report says where it is.</summary>
public sealed class LoadErrorTests : IDisposable
{
    /// <summary>The line to break, its column, the bad value and what the report says of it.</summary>
    private static readonly (string File, int Line, string Column, string Value, string Says)[] Cells =
    [
        ("organisations", 2, "kind", "ministerium", "«ministerium» is not one of ministry, agency"),
        ("organisations", 3, "level", "", "must not be empty"),
        ("organisations", 4, "parent", "no-such-body", "no-such-body"),
        ("organisations", 5, "is_collective", "maybe", "«maybe» is not yes or no"),
        ("organisations", 6, "valid_from", "01.09.2021", "«01.09.2021» is no year"),
        ("organisations", 7, "municipality_number", "9999", "«9999»"),
        ("organisations", 8, "name_nb", "", "must not be empty"),
        ("organisations", 9, "source", "", "must not be empty"),
        ("organisations", 9, "source", "999 §1", "«999»"),
        ("organisations", 9, "as_of", "i fjor", "«i fjor» is no year"),
        ("organisations", 9, "as_of", "", "must not be empty"),
        ("organisations", 9, "certainty", "probably", "«probably» is not one of stated, inferred"),
        ("municipalities", 2, "population_2026", "1 234", "«1 234» is no whole number"),
        ("municipalities", 3, "population_2024", "-5", "«-5» is no whole number"),
        ("municipalities", 3, "centrality", "", "must not be empty"),
        ("municipalities", 4, "county_number", "99", "«99»"),
        ("municipalities", 5, "org_number", "987654321", "modulo 11"),
        ("municipality-numbers", 2, "weight", "0,5", "«0,5» is no number"),
        ("municipality-numbers", 3, "number", "9999", "«9999»"),
        ("neighbours", 4, "b", "9999", "«9999»"),
        ("networks", 2, "counties", "99", "«99»"),
        ("networks", 3, "key", "digi-nowhere", "digi-nowhere"),
        ("network-facts", 2, "network_key", "nav", "«nav»"),
        ("network-facts", 2, "field", "colour", "«colour» is not one of form, funding"),
        ("theme-cells", 2, "theme_key", "14", "«14»"),
        ("theme-cells", 3, "network_key", "ks", "«ks»"),
        ("co-operations", 2, "members", "3203|9999", "«9999»"),
        ("co-operations", 2, "org_key", "no-such-body", "no-such-body"),
        ("forums", 2, "org_key", "no-such-body", "no-such-body"),
        ("forum-seats", 2, "forum_key", "no-such-body", "no-such-body"),
        ("decision-models", 2, "municipality_number", "9999", "«9999»"),
        ("life-event-scope", 2, "life_event_key", "winning-the-lottery", "winning-the-lottery"),
        ("life-event-actors", 5, "org_key", "no-such-body", "no-such-body"),
        ("life-event-activities", 2, "activity_key", "no-such-activity", "no-such-activity"),
        ("life-event-activities", 2, "phases", "starting_together|resting", "«resting» is not one of"),
        ("life-event-letters", 7, "assignment", "Ja", "«Ja» is not yes or no"),
        ("life-event-letters", 7, "year", "MMXX", "«MMXX» is no whole number"),
        ("life-event-funding", 3, "schemes", "stimulab|lottery", "«lottery»"),
        ("life-event-involvement", 2, "party", "parents", "«parents» is not one of ks, municipalities"),
        ("council-projects", 2, "org_keys", "no-such-body", "no-such-body"),
        ("council-projects", 2, "ministry_key", "no-such-body", "no-such-body"),
        ("source-notes", 2, "document", "999", "«999»"),
        ("sources", 2, "sender_kind", "oracle", "«oracle» is not one of public_body"),
    ];

    private readonly DataFolder _folder = new();

    /// <summary>What is wrong is found before a database is asked: one file on both kinds shows that.</summary>
    public static TheoryData<DatabaseKind, string, int, string, string, string> BadCells() =>
    [
        .. from cell in Cells
           from kind in Enum.GetValues<DatabaseKind>()
           where kind is DatabaseKind.Sqlite || cell.File == "organisations"
           select (kind, cell.File, cell.Line, cell.Column, cell.Value, cell.Says),
    ];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(BadCells))]
    public async Task A_bad_cell_is_reported_with_file_line_and_column(DatabaseKind kind, string file, int line, string column, string value, string says)
    {
        _folder.Edit(file, rows => rows[line - 2][column] = value);

        var errors = await RefusedAsync(kind);

        var error = Assert.Single(errors, e => e.File == file && e.Line == line && e.Column == column);
        Assert.Contains(says, error.Problem);
        Assert.StartsWith($"{file}, line {line}, column {column}: ", error.ToString());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_key_that_stands_twice_is_reported(DatabaseKind kind)
    {
        _folder.Edit("organisations", rows => rows.Add(rows[0]));
        _folder.Edit("life-event-letters", rows => rows.Insert(1, rows[0]));

        var errors = await RefusedAsync(kind);

        Assert.Contains(new LoadError("organisations", 169, "key", $"«{ReferenceFile.Read("organisations").Rows[0]["key"]}» stands twice in the file"), errors);
        Assert.Contains(errors, e => e is { File: "life-event-letters", Line: 3, Column: "key" });
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_row_with_a_cell_too_many_or_too_few_is_reported(DatabaseKind kind)
    {
        _folder.EditLine("neighbours", 3, line => line + ",extra");
        _folder.EditLine("neighbours", 5, line => line[..line.LastIndexOf(',')]);

        var errors = await RefusedAsync(kind);

        Assert.Equal([("neighbours", 3, "6 cells, but the header has 5"), ("neighbours", 5, "4 cells, but the header has 5")], errors.Select(e => (e.File, e.Line, e.Problem)));
    }

    [Fact]
    public async Task A_column_that_is_missing_is_reported()
    {
        _folder.EditLine("glossary", 1, header => header.Replace("category", "kategori"));

        Assert.All(await RefusedAsync(DatabaseKind.Sqlite), error => Assert.Equal(("glossary", "category", "the column is missing"), (error.File, error.Column, error.Problem)));
    }

    [Fact]
    public async Task A_file_that_is_missing_is_reported()
    {
        _folder.Delete("glossary");

        Assert.Equal([new LoadError("glossary", 1, "", "the file is missing")], await RefusedAsync(DatabaseKind.Sqlite));
    }

    [Fact]
    public async Task A_quote_that_never_ends_is_reported()
    {
        _folder.EditLine("glossary", 5, line => "\"" + line);

        Assert.Contains(await RefusedAsync(DatabaseKind.Sqlite), error => error is { File: "glossary", Line: >= 5 });
    }

    [Theory]
    [InlineData("life-event-letters", "letters")]
    [InlineData("council-projects", "council-projects")]
    [InlineData("municipalities", "population-2026")]
    public async Task A_file_that_does_not_add_up_to_what_its_source_says_is_reported(string file, string control)
    {
        _folder.Edit(file, rows => rows.RemoveAt(rows.Count - 1));
        var line = ReferenceFile.Read("control-sums").Rows.Index().Single(row => row.Item["key"] == control).Index + 2;

        Assert.Contains(await RefusedAsync(DatabaseKind.Sqlite), error => error is { File: "control-sums", Column: "expected" } && error.Line == line);
    }

    [Fact]
    public void Files_can_be_checked_without_a_database()
    {
        Assert.Empty(ReferenceData.Check(_folder.Path).Errors);

        _folder.Edit("glossary", rows => rows[0]["certainty"] = "probably");

        Assert.Equal(("glossary", 2, "certainty"), (Assert.Single(ReferenceData.Check(_folder.Path).Errors) is var error ? (error.File, error.Line, error.Column) : default));
    }

    [Fact]
    public async Task A_line_after_a_cell_of_two_lines_is_the_line_of_the_file()
    {
        _folder.Edit("glossary", rows =>
        {
            rows[0]["definition_nb"] = "To\nlinjer";
            rows[1]["certainty"] = "probably";
        });

        var error = Assert.Single(await RefusedAsync(DatabaseKind.Sqlite));

        Assert.Equal(("glossary", 4, "certainty"), (error.File, error.Line, error.Column));
    }

    [Fact]
    public async Task All_errors_are_reported_at_once_and_each_once()
    {
        _folder.Edit("municipalities", rows => rows[0]["county_number"] = "99");
        _folder.Edit("funding-schemes", rows => rows[3]["key"] = "");
        _folder.Edit("life-event-letters", rows => rows[5]["year"] = "x");

        var errors = await RefusedAsync(DatabaseKind.Sqlite);

        Assert.Equal(errors.Distinct(), errors);
        Assert.Equal(["funding-schemes", "life-event-letters", "municipalities"], errors.Select(e => e.File).Distinct().Order());
    }

    /// <summary>The errors of a load that stored nothing, into an empty schema and over what was there.</summary>
    private async Task<IReadOnlyList<LoadError>> RefusedAsync(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        var before = await ContentAsync(db);

        var report = await ReferenceData.LoadAsync(db, _folder.Path, TimeProvider.System, CancellationToken.None);

        Assert.False(report.Succeeded);
        Assert.Equal((0, 0, 0), (report.Added, report.Changed, report.Removed));
        Assert.Equal(before, await ContentAsync(db));
        return report.Errors;
    }

    private static async Task<List<(string File, string Key, string Hash)>> ContentAsync(SamstyringDb db) =>
        [.. (await db.ReferenceRows.OrderBy(r => r.File).ThenBy(r => r.Key).ToListAsync()).Select(r => (r.File, r.Key, r.Hash))];
}
