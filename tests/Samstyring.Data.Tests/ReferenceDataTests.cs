using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Funding;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.LifeEvents;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Roadmap;
using Samstyring.Domain.Steering;
using Samstyring.TestKit;

namespace Samstyring.Data.Tests;

/// <summary>The numbers that the sources give, found again in both databases.</summary>
public sealed class ReferenceDataTests
{
    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Organisations_of_each_kind_are_all_there(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);

        var kinds = await db.Organisations.GroupBy(o => o.Kind).ToDictionaryAsync(g => g.Key, g => g.Count());

        Assert.Equal(
            new Dictionary<OrganisationKind, int>
            {
                [OrganisationKind.Ministry] = 16,
                [OrganisationKind.Agency] = 60,
                [OrganisationKind.Ks] = 4,
                [OrganisationKind.Council] = 15,
                [OrganisationKind.Network] = 14,
                [OrganisationKind.Intermunicipal] = 2,
                [OrganisationKind.Municipality] = 357 + 3, // A city district and two collectives.
                [OrganisationKind.County] = 15 + 1, // A collective.
                [OrganisationKind.Vendor] = 5,
                [OrganisationKind.Private] = 20,
                [OrganisationKind.Ngo] = 9,
                [OrganisationKind.University] = 4,
                [OrganisationKind.Unclassified] = 6,
            }.OrderBy(k => k.Key),
            kinds.OrderBy(k => k.Key));
        Assert.Equal(8, await db.OrganisationAliases.CountAsync());
        Assert.Equal(159 + 6 + 2, kinds.Values.Sum() - 357 - 15 + 8);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Municipalities_and_counties_add_up_to_the_country(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);

        Assert.Equal((357, 15), (await db.Municipalities.CountAsync(), await db.Counties.CountAsync()));
        Assert.Equal(5_550_203, await db.Municipalities.SumAsync(m => m.Population2024));
        Assert.Equal(5_594_340, await db.Municipalities.SumAsync(m => m.Population2025));
        Assert.Equal(5_627_400, await db.Municipalities.SumAsync(m => m.Population2026));
        var counties = await db.Counties.Select(c => new
        {
            c.Number,
            Own = new[] { c.Population2024, c.Population2025, c.Population2026 },
            Sum2024 = db.Municipalities.Where(m => m.County == c.Id).Sum(m => m.Population2024),
            Sum2025 = db.Municipalities.Where(m => m.County == c.Id).Sum(m => m.Population2025),
            Sum2026 = db.Municipalities.Where(m => m.County == c.Id).Sum(m => m.Population2026),
        }).ToListAsync();
        Assert.All(counties, county => Assert.Equal(county.Own, new[] { county.Sum2024, county.Sum2025, county.Sum2026 }));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task All_municipalities_but_Haram_have_their_own_organisation_number(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);

        Assert.Equal(356, await db.Municipalities.Where(m => m.OrganisationNumber != null).Select(m => m.OrganisationNumber).Distinct().CountAsync());
        var unknown = await db.Municipalities.SingleAsync(m => m.OrganisationNumber == null);
        Assert.Equal("1580", unknown.Number);
        Assert.Null(unknown.OrganisationNumberCertainty);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Each_municipality_has_a_hexagon_of_its_own(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);

        Assert.Equal(357, await db.Municipalities.Select(m => new { m.HexColumn, m.HexRow }).Distinct().CountAsync());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_key_of_the_sources_leads_to_the_real_body(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);

        var flekkefjord = await db.OrganisationAliases.Where(a => a.Alias == "flekkefjord").Join(db.Organisations, a => a.Organisation, o => o.Id, (_, o) => o.Key).SingleAsync();
        var pilot = await db.LifeEventActors.Where(a => a.LifeEvent == LifeEventId.Of("seriously-ill-child") && a.Organisation == OrganisationId.Of("4207")).SingleAsync();

        Assert.Equal("4207", flekkefjord);
        Assert.Equal(LifeEventRole.Collaborating, pilot.Role);
        Assert.False(await db.Organisations.AnyAsync(o => o.Key == "flekkefjord"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task An_old_number_leads_to_every_municipality_of_today_that_it_became(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);

        var today = await db.FormerMunicipalityNumbers.Where(n => n.OldNumber == "1507").Join(db.Municipalities, n => n.Municipality, m => m.Id, (n, m) => new { m.Number, n.Weight }).OrderBy(n => n.Number).ToListAsync();

        Assert.Equal([("1508", 0.5m), ("1580", 0.5m)], today.Select(n => (n.Number, n.Weight)));
        var weights = (await db.FormerMunicipalityNumbers.ToListAsync()).GroupBy(n => n.OldNumber).Select(g => g.Sum(n => n.Weight)).ToList();
        Assert.All(weights, weight => Assert.InRange(weight, 0.0001m, 1m));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Digi_Hordaland_became_Digi_Vestland(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);

        Assert.Equal(OrganisationId.Of("digi-vestland"), await db.Organisations.Where(o => o.Key == "digi-hordaland").Select(o => o.Successor).SingleAsync());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Table_1_has_51_rows_and_each_life_event_one_owner_but_two_roles_for_some_bodies(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);

        var counted = await db.LifeEventActors.Join(db.LifeEvents, a => a.LifeEvent, e => e.Id, (a, e) => new { e.Key, a.Role }).GroupBy(a => new { a.Key, a.Role }).Select(g => new { g.Key.Key, g.Key.Role, Count = g.Count() }).ToListAsync();

        int Count(string key, LifeEventRole role) => counted.SingleOrDefault(c => c.Key == key && c.Role == role)?.Count ?? 0;
        Assert.Equal(51, counted.Sum(c => c.Count));
        Assert.All(
            [
                ("having-a-child", 1, 1, 3), ("seriously-ill-child", 1, 2, 6), ("losing-and-finding-a-job", 1, 1, 1), ("new-in-norway", 1, 1, 6),
                ("starting-and-running-a-business", 1, 1, 5), ("death-and-inheritance", 1, 1, 8), ("starting-and-running-a-voluntary-organisation", 1, 4, 4),
            ],
            (expected) => Assert.Equal(expected, (expected.Item1, Count(expected.Item1, LifeEventRole.Owner), Count(expected.Item1, LifeEventRole.Executing), Count(expected.Item1, LifeEventRole.Collaborating))));
        Assert.Equal(4, await db.LifeEventActors.Where(a => a.Organisation == OrganisationId.Of("ks")).Select(a => a.LifeEvent).Distinct().CountAsync());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Activities_support_life_events_and_three_have_a_stated_phase(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);

        Assert.Equal(38, await db.Initiatives.CountAsync(i => i.Kind == InitiativeKind.Activity));
        var links = await db.LifeEventActivities.ToListAsync();
        Assert.Equal(40, links.Count);
        Assert.Equal(3, links.Count(l => l.Phases.Count > 0));
        Assert.All(links.Where(l => l.Phases.Count > 0), l => Assert.Equal([JointPhase.DeliveringTogether], l.Phases));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Table_3_sums_to_11_mentions_6_assignments_and_6_notices_in_28_letters(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);

        var letters = await db.LifeEventLetters.ToListAsync();

        Assert.Equal(new LetterSummary(Agencies: 28, Mentioned: 11, Assigned: 6, Noticed: 6), LetterSummary.Of(letters.Select(l => (l.Mentioned, l.Assignment, l.Notice))));
        Assert.Equal(6, letters.Count(l => l.Mentioned is Mention.Related));
        Assert.All(letters, l => Assert.Equal(2020, l.Year));
        Assert.All(letters.Where(l => l.Assignment), l => Assert.Equal(Mention.Yes, l.Mentioned));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Table_4_has_one_row_a_life_event(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);

        var funded = await db.LifeEventFundings.Join(db.LifeEvents, f => f.LifeEvent, e => e.Id, (f, e) => new { e.Order, f.Funded, f.Schemes }).OrderBy(f => f.Order).ToListAsync();

        Assert.Equal([Funded.No, Funded.Partly, Funded.No, Funded.Partly, Funded.Partly, Funded.Partly, Funded.Yes], funded.Select(f => f.Funded));
        Assert.Equal(["stimulab", "ekstrabevilgning-stortinget"], funded[1].Schemes);
        Assert.Empty(funded[0].Schemes);
        Assert.Equal(21, await db.FundingSchemes.CountAsync());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Ten_networks_thirteen_themes_and_all_130_cells_lost(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);

        Assert.Equal((10, 13), (await db.Networks.CountAsync(), await db.Themes.CountAsync()));
        var cells = await db.ThemeCells.ToListAsync();
        Assert.Equal(130, cells.Select(c => (c.Theme, c.Network)).Distinct().Count());
        Assert.All(cells, cell => Assert.Equal((null, Certainty.Lost), (cell.State, cell.Provenance.Certainty)));
        Assert.Equal(Enumerable.Range(1, 13), (await db.RecommendedMeasures.Select(m => m.Number).ToListAsync()).Order());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Every_municipality_but_Oslo_is_inferred_to_be_in_the_network_of_its_county(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);

        var byNetwork = await db.Memberships.Where(m => db.Networks.Any(n => n.Id == m.Body)).ToListAsync();
        var outside = await db.Municipalities.Where(m => !db.Memberships.Any(s => s.Member == m.Id && db.Networks.Any(n => n.Id == s.Body))).Select(m => m.Number).ToListAsync();

        Assert.Equal(["0301"], outside);
        Assert.Equal(356, byNetwork.Count);
        Assert.All(byNetwork, m => Assert.Equal(Certainty.Inferred, m.Provenance.Certainty));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_council_has_73_projects_though_its_report_says_72(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);

        var years = await db.CouncilProjects.GroupBy(p => p.Year).OrderBy(g => g.Key).Select(g => g.Count()).ToListAsync();

        Assert.Equal([15, 15, 15, 18, 10], years);
        Assert.Equal(73, years.Sum());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_glossary_has_117_terms_and_the_sources_38_notes(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);

        Assert.Equal((117, 38), (await db.GlossaryTerms.CountAsync(), await db.SourceNotes.CountAsync()));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Every_fact_has_a_source_a_time_and_a_certainty(DatabaseKind kind)
    {
        await using var db = await OpenAsync(kind);
        var withOrigin = db.Model.GetEntityTypes().Where(type => type.FindComplexProperty("Provenance") is not null && type.ClrType != typeof(DecisionMandate)).Select(type => type.ClrType).ToList();
        Assert.InRange(withOrigin.Count, 20, 100);
        Assert.False(await db.DecisionMandates.AnyAsync(), "No source tells of a mandate: people register them.");

        foreach (var type in withOrigin)
        {
            var facts = await (Task<List<Provenance>>)GetType().GetMethod(nameof(OriginsAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [db])!;
            Assert.True(facts.Count > 0 || type.IsAssignableTo(typeof(Part)) || type == typeof(BudgetDate), $"{type.Name} has no facts.");
            Assert.All(facts, fact => Assert.True(fact.References().Count > 0 && AsOf.IsValid(fact.AsOf) && Enum.IsDefined(fact.Certainty), $"{type.Name}: {fact}"));
        }
    }

    [Fact]
    public void Every_note_is_about_things_that_exist()
    {
        var keys = new (string Type, string File, string Column)[]
        {
            ("organisation", "organisations", "key"), ("organisation", "municipalities", "number"), ("network", "networks", "key"), ("life-event", "life-events", "key"),
            ("letters", "life-events", "key"), ("funding", "life-events", "key"), ("document", "sources", "key"), ("theme", "themes", "key"), ("council-project", "council-projects", "key"),
        }.SelectMany(known => ReferenceFile.Read(known.File).Rows.Select(row => $"{known.Type}:{row[known.Column]}")).ToHashSet();

        Assert.All(ReferenceFile.Read("source-notes").Rows.SelectMany(row => row["about"].Split('|')), about => Assert.Contains(about, keys));
    }

    private static Task<List<Provenance>> OriginsAsync<T>(SamstyringDb db)
        where T : class => db.Set<T>().Select(fact => EF.Property<Provenance>(fact, "Provenance")).ToListAsync();

    private static async Task<SamstyringDb> OpenAsync(DatabaseKind kind) => (await TestDatabase.SharedAsync(kind)).Open();
}
