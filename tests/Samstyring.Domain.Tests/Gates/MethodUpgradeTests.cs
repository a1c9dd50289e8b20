using Samstyring.Domain.Access;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using static Samstyring.Domain.Tests.Gates.Facts;

namespace Samstyring.Domain.Tests.Gates;

public sealed class MethodUpgradeTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly MethodPack Old = Packs.Find("egen-modell-eksempel", 1)!;
    private static readonly MethodPack New = Packs.Find("egen-modell-eksempel", 2)!;
    private static readonly Standing Owner = new(UserId.New(), Bufdir, Role.Contributor, IsAdministrator: false);

    [Fact]
    public void What_a_newer_version_has_otherwise_is_told_item_by_item()
    {
        Assert.Equal([("E-UTF-01", ItemChange.Changed), ("E-UTF-03", ItemChange.Added)], Told(Old, New));
        Assert.Equal([("E-UTF-01", ItemChange.Changed), ("E-UTF-03", ItemChange.Removed)], Told(New, Old));
        Assert.All(Packs.All, pack => Assert.Empty(MethodUpgrade.Differences(pack, pack)));

        static (string?, ItemChange)[] Told(MethodPack from, MethodPack to) => [.. MethodUpgrade.Differences(from, to).Select(difference => ((difference.Becomes ?? difference.Was)?.Id, difference.Change))];
    }

    [Fact]
    public void An_owner_chooses_the_newer_version_with_a_reason()
    {
        Assert.True(Decide().IsAccepted(out var upgraded, out _));
        Assert.Equal((1, 2, "Vi vil ha det nye punktet"), (upgraded.From, upgraded.To, upgraded.Reason));
    }

    [Fact]
    public void Nobody_else_does_and_nothing_is_upgraded_blindly()
    {
        Assert.Equal(MethodUpgrade.NotAllowed, Refused(Decide(who: Owner with { OnBehalfOf = Ks })));
        Assert.Equal(MethodUpgrade.NotAllowed, Refused(Decide(who: Owner with { Role = Role.Reader })));
        Assert.Equal(MethodUpgrade.Meanwhile, Refused(Decide(seen: 2)));
        Assert.Equal(MethodUpgrade.NotNewer, Refused(Decide(newer: Old)));
        Assert.Equal(MethodUpgrade.NotNewer, Refused(Decide(newer: Prosjektveiviseren)));
        Assert.Equal(MethodUpgrade.NotNewer, Refused(Decide(isThere: false)));
        Assert.Equal(MethodUpgrade.PhaseGone, Refused(Decide(decided: ["bp1"])));
        Assert.Equal(GateRules.Missing, Refused(Decide(reason: " ")));
    }

    private static Outcome<MethodUpgraded> Decide(MethodPack? newer = null, int seen = 1, string[]? decided = null, string reason = " Vi vil ha det nye punktet ", Standing? who = null, bool isThere = true) =>
        MethodUpgrade.Decide(Following(Old), isThere ? newer ?? New : null, seen, decided ?? ["u1"], [Bufdir], reason, who ?? Owner, Now);

    private static Initiative Following(MethodPack pack) => new()
    {
        Id = InitiativeId.Of("work"),
        Key = "work",
        Name = Nb("Arbeidet"),
        Kind = InitiativeKind.Project,
        Type = "project",
        Provenance = Here,
        SortKey = "",
        Folded = "",
        Method = pack.Key,
        MethodVersion = pack.Version,
    };

    private static string Refused(Outcome<MethodUpgraded> outcome) => outcome.IsAccepted(out _, out var refusal) ? "accepted" : refusal.Reasons[0].Code;
}
