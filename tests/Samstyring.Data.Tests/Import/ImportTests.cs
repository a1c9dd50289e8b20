using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Import;
using Samstyring.Data.Trace;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;

namespace Samstyring.Data.Tests.Import;

public sealed class ImportTests
{
    private static readonly Standing Flekkefjord = new(UserId.New(), OrganisationId.Of("4207"), Role.Contributor, IsAdministrator: false);

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task New_memberships_are_stored_with_a_link_that_their_histories_lead_to(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);

        var report = await RunAsync(database, "memberships", "body,member,valid_from\ndigi-rogaland,4207,2024\ndigi-rogaland,ks,2020-05\n");

        Assert.Equal((true, 2, 2, 0, 0), (report.Succeeded, report.Rows, report.Added, report.Changed, report.Unchanged));
        Assert.Equal(["valid_to", "source", "as_of", "certainty"], report.Missing);
        await using var db = database.Open();
        var stored = await db.Memberships.Where(m => m.Body == OrganisationId.Of("digi-rogaland") && m.Member == OrganisationId.Of("ks")).SingleAsync();
        Assert.Equal(("2020-05", "samstyring", Certainty.Stated), (stored.ValidFrom, stored.Provenance.Source, stored.Provenance.Certainty));
        var link = await db.AuditSubjects.SingleAsync(s => s.Type == "membership" && s.Key == "digi-rogaland~ks");
        Assert.Contains(report.Sha256, (await db.AuditEntries.SingleAsync(e => e.Number == link.Number)).Payload);
        Assert.Equal(1, await db.AuditSubjects.CountAsync(s => s.Number == link.Number && s.Type == "organisation" && s.Key == "4207"));
        Assert.True((await ChainCheck.RunAsync(db, kept: null, CancellationToken.None)).Holds);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_dry_run_says_what_would_change_and_changes_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        var before = await HeadAsync(database);

        var report = await RunAsync(database, "municipalities", "number,language_form\n4207,nynorsk\n4204,noytral\n", isDryRun: true);

        Assert.Equal((true, 0, 1, 1), (report.Succeeded, report.Added, report.Changed, report.Unchanged));
        Assert.Equal(("language_form", "nynorsk"), (report.Changes[0].Changes[0].Field, report.Changes[0].Changes[0].After));
        Assert.Equal(before, await HeadAsync(database));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_corrected_fact_keeps_its_source_beside_it_and_the_same_file_again_changes_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        const string File = "number,language_form\n4207,nynorsk\n";

        var first = await RunAsync(database, "municipalities", File, by: Flekkefjord);
        var head = await HeadAsync(database);
        var second = await RunAsync(database, "municipalities", File, by: Flekkefjord);

        Assert.Equal((1, 0, 0, 1), (first.Changed, first.Unchanged, second.Changed, second.Unchanged));
        Assert.Equal(head, await HeadAsync(database));
        await using var db = database.Open();
        var kept = await db.CorrectedFacts.SingleAsync();
        Assert.Equal(("4207", "language_form", Flekkefjord.OnBehalfOf), (kept.RecordKey, kept.Field, kept.OnBehalfOf));
        Assert.Equal("nynorsk", (await db.Municipalities.SingleAsync(m => m.Number == "4207")).LanguageForm);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Bodies_may_be_part_of_bodies_further_down_and_are_found_by_search(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);

        var report = await RunAsync(database, "organisations", "key;name_nb;kind;level;is_collective;parent\nny-enhet;Zaphodenheten;agency;state;no;ny-etat\nny-etat;<b>Etat</b>;agency;state;no;kdd\n");

        Assert.True(report.Succeeded, string.Join('\n', report.Errors));
        await using var db = database.Open();
        Assert.Equal(OrganisationId.Of("ny-etat"), (await db.Organisations.SingleAsync(o => o.Key == "ny-enhet")).Parent);
        Assert.Equal("<b>Etat</b>", (await db.Organisations.SingleAsync(o => o.Key == "ny-etat")).Name.Nb);
        Assert.True(await db.SearchWords.AnyAsync(w => w.Word == "zaphodenheten"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Everything_wrong_is_told_by_row_and_column_and_nothing_is_stored(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        var before = await HeadAsync(database);
        var file = string.Join('\n',
            "key,name_nb,kind,level,is_collective,parent,valid_from,stated_count",
            "a-a,Alfa,agency,state,no,b-b,,",
            "b-b,Beta,agency,state,no,a-a,,",
            "c-c,Gamma,agency,state,no,finnes-ikke,,",
            "d-d,,agency,state,no,,31.12.2024,mange",
            "kdd,Dep,ministry,state,no,12,,",
            "kdd,Dep,ministry,state,no,,,",
            "4207,Flekkefjord,tull,municipality,no,42,,",
            "1234,Nummer,agency,state,no,,,",
            "flekkefjord,Alias,agency,state,no,,,",
            "e-e," + new string('x', 201) + ",agency,state,no,,,") + "\n";

        var report = await RunAsync(database, "organisations", file);

        Assert.Equal(
            [
                (2, "parent", "field.cycle"), (3, "parent", "field.cycle"), (4, "parent", "field.no-such-body"), (5, "name_nb", "field.required"), (5, "stated_count", "field.not-a-number"), (5, "valid_from", "field.not-a-time"),
                (6, "parent", "field.no-such-body"), (8, "kind", "field.not-allowed"), (9, "key", "field.not-a-key"), (10, "key", "import.alias"), (11, "name_nb", "field.too-long"),
            ],
            report.Errors.Select(e => (e.Row, e.Column!, e.Code)));
        Assert.Equal(before, await HeadAsync(database));
        Assert.Contains(("import.twice", 3), (await RunAsync(database, "memberships", "body,member\ndigi-rogaland,4207\ndigi-rogaland,4207\n")).Errors.Select(e => (e.Code, e.Row)));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Only_what_an_organisation_answers_for_can_be_imported_by_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);

        var foreign = await RunAsync(database, "municipalities", "number,language_form\n4207,nynorsk\n4204,nynorsk\n", by: Flekkefjord);
        var unchanged = await RunAsync(database, "memberships", "body,member\ndigi-agder,4204\ndigi-agder,4207\n", by: Flekkefjord);

        Assert.Equal([new ImportError(3, null, "import.not-yours", "4204")], foreign.Errors);
        Assert.True(unchanged.Succeeded);
        await using var db = database.Open();
        Assert.Equal("bokmal", (await db.Municipalities.SingleAsync(m => m.Number == "4207")).LanguageForm);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task An_activity_comes_with_its_place_in_each_life_event_and_says_one_thing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        const string Header = "life_event,key,name_nb,type,phases,source,as_of,certainty\n";

        var two = await RunAsync(database, "activities", Header + "having-a-child,ny-tjeneste,Ny tjeneste,digital_service,,003 §3.1,2021,stated\nseriously-ill-child,ny-tjeneste,Ny tjeneste,digital_service,,003 §3.1,2021,stated\n");
        var contradiction = await RunAsync(database, "activities", Header + "having-a-child,annen,En,report,,,,\nseriously-ill-child,annen,To,report,,,,\n");
        var source = await RunAsync(database, "activities", Header + "having-a-child,tredje,Tre,report,,finnes-ikke p.1,2021,\n");

        Assert.True(two.Succeeded, string.Join('\n', two.Errors));
        Assert.Equal(2, two.Added);
        await using var db = database.Open();
        Assert.Equal(2, await db.LifeEventActivities.CountAsync(l => db.Initiatives.Any(i => i.Id == l.Initiative && i.Key == "ny-tjeneste") && l.Provenance.Source == "003 §3.1"));
        Assert.Equal([(3, "import.contradiction")], contradiction.Errors.Select(e => (e.Row, e.Code)));
        Assert.Equal(["import.no-such-source", "field.required"], source.Errors.Select(e => e.Code).OrderDescending());
    }

    [Theory]
    [InlineData("utf-8", true), InlineData("utf-8", false), InlineData("utf-16", true), InlineData("utf-16BE", true)]
    public async Task Text_files_are_read_in_the_encodings_that_say_what_they_are(string encoding, bool withMark)
    {
        await using var database = await TestDatabase.LoadedAsync(DatabaseKind.Sqlite);
        var text = Encoding.GetEncoding(encoding);

        var report = await RunAsync(database, "organisations", [.. withMark ? text.GetPreamble() : [], .. text.GetBytes("key\tname_nb\tkind\tlevel\tis_collective\nny-etat\tÆrlig øving på å\tagency\tstate\tno\n")]);

        Assert.True(report.Succeeded, string.Join('\n', report.Errors));
        await using var db = database.Open();
        Assert.Equal("Ærlig øving på å", (await db.Organisations.SingleAsync(o => o.Key == "ny-etat")).Name.Nb);
    }

    public static TheoryData<string, byte[], string, int> Broken() => new()
    {
        { "Latin-1", [.. "key,name_nb\nab,"u8, 0xE5, .. "\n"u8], "import.encoding", 2 },
        { "UTF-16 without a mark", Encoding.Unicode.GetBytes("key,name_nb\n"), "import.encoding", 1 },
        { "half a letter of UTF-16", [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x00, 0xD8, 0x61, 0x00], "import.encoding", 2 },
        { "nothing", [], "import.empty", 0 },
        { "a separator of another kind", "key|name_nb\nab|Alfa\n"u8.ToArray(), "import.unknown-column", 1 },
        { "no such column", "key,farge\nab,blå\n"u8.ToArray(), "import.unknown-column", 1 },
        { "no key", "name_nb\nAlfa\n"u8.ToArray(), "import.missing-column", 1 },
        { "a column twice", "key,key\na,b\n"u8.ToArray(), "import.column-twice", 1 },
        { "a row with too few cells", "key,name_nb\nab\n"u8.ToArray(), "import.cells", 2 },
        { "an open quote", [.. "key,name_nb\nab,\""u8, .. new byte[2_000_000].Select(_ => (byte)'x')], "import.broken", 2 },
        { "a PDF", "%PDF-1.7 abc"u8.ToArray(), "import.not-a-table", 0 },
        { "a zip that is none", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3], "import.not-a-table", 0 },
        { "a zip that is no workbook", Zip(("hei.txt", 10)), "import.broken", 0 },
        { "a zip bomb", Zip(("xl/worksheets/sheet1.xml", 60_000_000)), "import.bomb", 0 },
        { "many small files", Zip([.. Enumerable.Range(0, 501).Select(i => ($"{i}", 1))]), "import.bomb", 0 },
    };

    [Theory, MemberData(nameof(Broken))]
    public async Task A_file_that_cannot_be_read_is_refused_with_its_place(string what, byte[] content, string code, int row)
    {
        var database = await TestDatabase.SharedAsync(DatabaseKind.Sqlite);

        var report = await RunAsync(database, "organisations", content);

        Assert.False(report.Succeeded);
        Assert.True(report.Errors.Any(e => (e.Code, e.Row) == (code, row)), $"{what}: {string.Join(", ", report.Errors)}");
        Assert.Equal(0, report.Added + report.Changed);
    }

    [Fact]
    public async Task A_file_above_fifty_megabytes_is_not_taken_in()
    {
        var database = await TestDatabase.SharedAsync(DatabaseKind.Sqlite);

        var report = await RunAsync(database, "organisations", new byte[ImportFile.MostBytes + 1]);

        Assert.Equal([new ImportError(0, null, "import.too-large", "50")], report.Errors);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task What_is_kept_from_the_public_stays_so_in_the_trace_of_an_import(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        var (audience, own) = (AudienceId.Of(OrganisationId.Of("4207")), new Viewer(User: null, OrganisationId.Of("4207")));
        await using (var setup = database.Open())
        {
            setup.Add(new AudienceMember { Audience = audience, Organisation = OrganisationId.Of("4207") });
            setup.Record(new Told());
            await setup.SaveChangesAsync();
            await setup.Memberships.Where(m => m.Member == OrganisationId.Of("4207") && m.Body == OrganisationId.Of("digi-agder")).ExecuteUpdateAsync(m => m.SetProperty(x => x.VisibleTo, audience));
        }

        var report = await RunAsync(database, "memberships", "body,member,valid_to\ndigi-agder,4207,2025\ndigi-agder,4204,2025\n");

        Assert.Equal((true, 2), (report.Succeeded, report.Changed));
        await using var db = database.Open();
        db.BeginFor(Viewer.Public);
        Assert.Equal((0, 1), (await db.AuditSubjects.CountAsync(s => s.Key == "digi-agder~4207"), await db.AuditSubjects.CountAsync(s => s.Key == "digi-agder~4204")));
        db.BeginFor(own);
        Assert.Equal(1, await db.AuditSubjects.CountAsync(s => s.Key == "digi-agder~4207"));
    }

    private static byte[] Zip(params (string Name, int Size)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, size) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(new byte[size]);
            }
        }

        return stream.ToArray();
    }

    private static async Task<ChainHead> HeadAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await AuditChain.HeadAsync(db, CancellationToken.None);
    }

    private static Task<ImportReport> RunAsync(TestDatabase database, string type, string text, bool isDryRun = false, Standing? by = null) =>
        RunAsync(database, type, Encoding.UTF8.GetBytes(text), isDryRun, by);

    private static async Task<ImportReport> RunAsync(TestDatabase database, string type, byte[] content, bool isDryRun = false, Standing? by = null)
    {
        await using var db = database.Open();
        if (by is not null)
        {
            db.BeginFor(by.Viewer);
        }

        using var file = await ImportFile.ReceiveAsync("fil.csv", new MemoryStream(content), CancellationToken.None);
        return await new ImportRecords(db, TimeProvider.System).RunAsync(type, file, new(isDryRun, by, "Fra en liste."), progress: null, CancellationToken.None);
    }
}
