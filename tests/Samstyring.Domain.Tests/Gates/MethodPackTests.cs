using System.Security.Cryptography;
using Samstyring.Domain.Gates;
using Samstyring.TestKit;
using static Samstyring.Domain.Tests.Gates.Facts;

namespace Samstyring.Domain.Tests.Gates;

public sealed class MethodPackTests
{
    private static readonly MethodPack StarteFormeLevere = Packs.NewestOf("starte-forme-levere")!;

    /// <summary>Released versions. A pack that is in use never changes: a correction is a new version, and a new line here .</summary>
    private static readonly Dictionary<string, string> Released = new(StringComparer.Ordinal)
    {
        ["egen-modell-eksempel.1.json"] = "16be8075562ff3d608c34c051f18af16eb740b20ce1428205fedd3e0ddf4d43a",
        ["egen-modell-eksempel.2.json"] = "80be829b00cd6b1e48c229b4fc61d002949b530cebafd2cba125ff468c013dea",
        ["prosjektveiviseren-utvidet.1.json"] = "d1a6bbc68337edf238bf8a01cf59cf9d8af5ed21c84aa9f32f6c933e07c5ab21",
        ["starte-forme-levere.1.json"] = "2a9715200cb14f26a54f5901b4a4b115de6ee2c065d13219641c8cc140cb4531",
    };

    private static IEnumerable<MethodItem> AllItems => Prosjektveiviseren.Phases.Concat(StarteFormeLevere.Phases).SelectMany(phase => phase.AllItems);

    [Fact]
    public void A_released_version_never_changes() =>
        Assert.Equal(
            Released.OrderBy(pair => pair.Key, StringComparer.Ordinal),
            Directory.EnumerateFiles(Path.Combine(Repository.Root, "data", "methods")).Order(StringComparer.Ordinal)
                .Select(path => KeyValuePair.Create(Path.GetFileName(path), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))))));

    [Fact]
    public void The_six_phases_have_72_items_and_the_three_have_13_outputs()
    {
        Assert.Equal(72, Prosjektveiviseren.Phases.SelectMany(phase => phase.AllItems).Count());
        Assert.Equal(13, StarteFormeLevere.Phases.SelectMany(phase => phase.AllItems).Count(item => item.Kind is ItemKind.Output));
        Assert.Equal(85, AllItems.Select(item => item.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal([5, 17, 24, 18, 3, 5], Prosjektveiviseren.Phases.Select(phase => phase.AllItems.Count()));
    }

    [Fact]
    public void Gates_stand_after_each_phase_and_only_the_three_phases_may_overlap()
    {
        Assert.Equal(["bp1", "bp2", "bp3", "bp4", "bp5", "bp6"], Prosjektveiviseren.Phases.Select(phase => phase.Gate));
        Assert.Equal(["d1", "d2", "d3"], StarteFormeLevere.Phases.Select(phase => phase.Gate));
        Assert.False(Prosjektveiviseren.ParallelPhases);
        Assert.True(StarteFormeLevere.ParallelPhases);
    }

    [Fact]
    public void Eleven_items_of_the_six_phases_and_two_of_the_three_keep_a_gate_shut() =>
        Assert.Equal(
            ["G-AVS-01", "G-D1-05", "G-D3-02", "G-GJE-04", "G-IDE-04", "G-KON-01", "G-KON-03", "G-KON-05", "G-KON-10", "G-PLA-04", "G-PLA-05", "G-PLA-07", "G-PLA-09"],
            AllItems.Where(item => item.Blocking).Select(item => item.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Items_of_the_thesis_stand_in_three_phases_and_the_rest_is_derived()
    {
        Assert.Equal(
            ["concept", "planning", "execution"],
            Prosjektveiviseren.Phases.Where(phase => phase.AllItems.Any(item => item.Origin is ItemOrigin.ThesisAnnex)).Select(phase => phase.Key));
        Assert.All(AllItems, item => Assert.Equal(item.Origin is ItemOrigin.ThesisAnnex, item.Source.Contains("000 Vedlegg 2", StringComparison.Ordinal)));
        Assert.All(StarteFormeLevere.Phases.SelectMany(phase => phase.AllItems), item => Assert.Equal(ItemOrigin.Derived, item.Origin));
    }

    [Fact]
    public void Closing_and_realisation_carry_on_what_the_thesis_asks_of_execution_and_later_phases()
    {
        var carried = Prosjektveiviseren.Phases.Where(phase => phase.CarriesOn.Count > 0).ToList();

        Assert.Equal(["bp5", "bp6"], carried.Select(phase => phase.Gate));
        Assert.All(carried, phase => Assert.Equal(["G-GJE-01", "G-GJE-02", "G-GJE-03"], phase.CarriesOn));
        Assert.Contains(GateBoard.Of(Prosjektveiviseren, At("bp6", Work()), Registry).Rows, row => row.Id == "G-GJE-02c");
    }

    [Fact]
    public void Every_item_says_who_decides_it_and_why()
    {
        Assert.Equal(
            [(DecidedBy.Answered, 19), (DecidedBy.Computed, 19), (DecidedBy.Both, 47)],
            AllItems.GroupBy(item => item.DecidedBy).Select(group => (group.Key, group.Count())).Order());
        Assert.All(AllItems, item => Assert.False(item.Why.Nb is null || item.Why.En is null));
    }

    [Fact]
    public void Privacy_and_security_are_asked_for_at_every_gate_and_the_next_phase_is_planned_at_every_gate_but_the_last()
    {
        foreach (var phase in Prosjektveiviseren.Phases.Concat(StarteFormeLevere.Phases))
        {
            Assert.Contains(phase.Checks, check => check is { Check: "privacy-assessed", Blocking: true });
            Assert.Contains(phase.Checks, check => check is { Check: "security-assessed", Blocking: true });
            Assert.Contains(phase.Checks, check => check is { Check: "entry-confirmed", Blocking: false });
        }

        foreach (var pack in new[] { Prosjektveiviseren, StarteFormeLevere })
        {
            var asked = pack.Phases.Where(phase => phase.Checks.Any(check => check.Check == "next-phase-planned") || phase.AllItems.Any(item => item.Checks.Contains("next-phase-planned")));
            Assert.Equal(pack.Phases.SkipLast(1), asked);
        }
    }

    [Theory]
    [InlineData("bp2", "actor-map-when-municipalities-decide")]
    [InlineData("bp2", "instruments-when-municipalities-decide")]
    [InlineData("bp3", "integration-answered-for-by-one")]
    [InlineData("bp3", "programme-resources-signed")]
    [InlineData("bp3", "shared-solutions-checked")]
    [InlineData("bp3", "proportionality-assessed")]
    [InlineData("bp4", "leaders-committed-to-implementation")]
    [InlineData("bp4", "proportionality-assessed")]
    public void What_the_requirements_ask_for_keeps_the_gate_shut(string gate, string check) =>
        Assert.Contains(Prosjektveiviseren.PhaseOfGate(gate)!.Checks, asked => asked.Check == check && asked.Blocking);

    [Fact]
    public void Leaders_commit_at_the_gate_into_execution_by_an_item_and_no_answer_can_stand_for_them()
    {
        var item = AllItems.Single(item => item.Id == "G-PLA-04");

        Assert.Equal((DecidedBy.Computed, true), (item.DecidedBy, item.Blocking));
        Assert.Equal(["leaders-committed-to-execution"], item.Checks);
    }

    [Fact]
    public void Nothing_that_keeps_a_gate_shut_looks_at_what_only_the_team_may_see()
    {
        var phases = Packs.All.SelectMany(pack => pack.Phases).ToList();
        var blocking = phases.SelectMany(phase => phase.AllItems).Where(item => item.Blocking).SelectMany(item => item.Checks)
            .Concat(phases.SelectMany(phase => phase.Checks).Where(check => check.Blocking).Select(check => check.Check));

        Assert.DoesNotContain(blocking, check => Registry.Find(check).UsesAssessments);
    }

    [Fact]
    public void Every_check_and_every_condition_is_used_by_some_pack()
    {
        var phases = Packs.All.SelectMany(pack => pack.Phases).ToList();
        var used = phases.SelectMany(phase => phase.AllItems.SelectMany(item => item.Checks).Concat(phase.Checks.Select(check => check.Check)));

        Assert.Empty(Registry.All.Select(check => check.Name).Except(used));
        Assert.Empty(InitiativeChecks.Conditions.Keys.Concat(Instruments()).Except(phases.SelectMany(phase => phase.AllItems).Select(item => item.AppliesWhen!)));

        static IEnumerable<string> Instruments() => Domain.Instruments.InstrumentChecks.Conditions.Keys;
    }

    [Fact]
    public void An_answer_that_meets_is_yes_but_where_the_question_asks_for_something_bad()
    {
        Assert.Equal(
            ["G-KON-02c", "G-PLA-03", "G-PLA-03a", "G-PLA-03b", "G-PLA-03c", "G-PLA-03d"],
            AllItems.Where(item => item.Passes.SequenceEqual([Answer.No])).Select(item => item.Id).Order(StringComparer.Ordinal));
        Assert.Equal(["G-KON-01"], AllItems.Where(item => item.Passes.Count > 1).Select(item => item.Id));
        Assert.DoesNotContain(AllItems, item => item.Passes.Contains(Answer.Partly));
    }

    [Fact]
    public void Every_source_names_a_document_that_the_registry_has()
    {
        var documents = ReferenceFile.Read("sources").Rows.Select(row => row["key"]).ToHashSet(StringComparer.Ordinal);

        Assert.All(AllItems.Select(item => item.Source), source => Assert.All(Domain.Kernel.SourceReference.ParseAll(source), reference => Assert.Contains(reference.Document, documents)));
        Assert.All(Packs.All.SelectMany(pack => pack.Phases).SelectMany(phase => phase.Checks), check => Assert.All(Domain.Kernel.SourceReference.ParseAll(check.Source), reference => Assert.Contains(reference.Document, documents)));
    }
}
