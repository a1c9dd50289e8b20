using Samstyring.Domain.Access;
using Samstyring.Domain.Actors;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;
using Samstyring.Web.Features.Actors;

namespace Samstyring.Web.Tests.Actors;

public sealed class ActorAnalysisTests
{
    private const string Page = "/tiltak/digibarnevern/aktorer";

    private const string Central = "Hvor sentrale aktørene er";

    private static readonly Provenance Here = new("000", "2026", Certainty.Stated);

    /// <summary>Whatever the measures do inside: taking an actor, or the tie between two, away and looking whether the rest still hangs together.</summary>
    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_team_sees_who_the_network_falls_apart_without_and_which_ties_alone_hold_it(DatabaseKind kind)
    {
        var member = await (await TestApp.SharedAsync(kind)).SignInAsync("bufdir", Role.Reader);
        var (page, more) = (await member.OpenAsync(Page), await member.OpenAsync(Page + "?nettverk=2"));
        var pairs = page.Table("Forbindelsene i tabellform").Concat(more.Table("Forbindelsene i tabellform")).Select(row => (From: Name(row[0]), To: row[2])).ToHashSet();
        var actors = pairs.SelectMany(pair => new[] { pair.From, pair.To }).ToHashSet(StringComparer.Ordinal);
        var whole = Pieces(actors, pairs);

        var rows = page.Table(Central);

        Assert.Equal(actors.Order(StringComparer.Ordinal), rows.Select(row => row[0]).Order(StringComparer.Ordinal));
        foreach (var row in rows)
        {
            var without = Pieces([.. actors.Where(actor => actor != row[0])], [.. pairs.Where(pair => pair.From != row[0] && pair.To != row[0])]);
            Assert.Equal((row[0], without > whole ? "Ja" : "Nei"), (row[0], row[1]));
        }

        var alone = pairs.Where(pair => Pieces(actors, [.. pairs.Where(other => other != pair && other != (pair.To, pair.From))]) > whole).Select(pair => string.Join(" – ", new[] { pair.From, pair.To }.Order(StringComparer.Ordinal))).Distinct();
        Assert.Equal(alone.Order(StringComparer.Ordinal), page.Texts("section[aria-labelledby=sentrale] h3 ~ ul li").Select(text => string.Join(" – ", text.Split(" – ").Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
        Assert.Contains(rows, row => row[1] == "Ja");
        Assert.Contains("37 forbindelser er ikke vurdert. De regnes som 50 av 100.", page.Text("section[aria-labelledby=sentrale] ul.plain"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Others_than_the_team_see_nothing_of_the_analysis(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);
        foreach (var page in new[] { await app.OpenAsync(Page), await (await app.SignInAsync("ks", Role.Manager)).OpenAsync(Page) })
        {
            Assert.DoesNotContain(Central, page.Texts("caption"));
            Assert.DoesNotContain("#sentrale", page.Html);
        }
    }

    [Fact]
    public void A_way_over_strong_ties_is_shorter_than_a_weak_tie()
    {
        var actors = Enumerable.Range(1, 4).Select(i => new ActorEntry { Provenance = Here, Id = PartId.Of($"{i}"), Order = i }).ToArray();

        var strong = ActorAnalysis.Of(actors, [Tie(actors[0], actors[1], 100), Tie(actors[1], actors[2], 100), Tie(actors[0], actors[2], 10), Tie(actors[2], actors[0], 5)]);
        var equal = ActorAnalysis.Of(actors, [Tie(actors[0], actors[1], 100), Tie(actors[1], actors[2], 100), Tie(actors[0], actors[2], 100)]);
        var unsaid = ActorAnalysis.Of(actors, [Tie(actors[0], actors[1], null), Tie(actors[1], actors[2], null), Tie(actors[0], actors[0], 100)]);

        Assert.Equal((actors[1], 1.0), (strong.Actors[0].Actor, strong.Actors[0].Measures.Betweenness));
        Assert.All(equal.Actors, actor => Assert.Equal((0.0, 1.0, false), (actor.Measures.Betweenness, actor.Measures.Closeness, actor.IsCutPoint)));
        Assert.Empty(strong.Bridges);
        Assert.Equal((actors[1], true, 0.5), (unsaid.Actors[0].Actor, unsaid.Actors[0].IsCutPoint, unsaid.Actors[0].Measures.Closeness));
        Assert.Equal([(actors[0], actors[1]), (actors[1], actors[2])], unsaid.Bridges.Select(bridge => bridge.One.Order < bridge.Other.Order ? bridge : (bridge.Other, bridge.One)).OrderBy(bridge => bridge.Item1.Order));
        Assert.Equal((2, 1), (unsaid.Assumed, unsaid.Components));
        Assert.Equal([actors[3]], unsaid.Untied);
    }

    [Fact]
    public void A_network_in_pieces_says_so_and_no_tie_is_no_network()
    {
        var actors = Enumerable.Range(1, 4).Select(i => new ActorEntry { Provenance = Here, Id = PartId.Of($"{i}"), Order = i }).ToArray();

        Assert.Equal(2, ActorAnalysis.Of(actors, [Tie(actors[0], actors[1], 1), Tie(actors[2], actors[3], 1)]).Components);
        Assert.Empty(ActorAnalysis.Of(actors, []).Actors);
    }

    private static ActorTie Tie(ActorEntry from, ActorEntry to, int? strength) => new() { Provenance = Here, Id = PartId.New(), Actor = from.Id, OtherActor = to.Id, Strength = strength };

    /// <summary>The name before the source and the links of a cell.</summary>
    private static string Name(string cell) => cell.Split(" Kilde")[0].Split(" Utledet")[0].Trim();

    private static int Pieces(HashSet<string> actors, HashSet<(string From, string To)> pairs)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        var pieces = 0;
        foreach (var actor in actors)
        {
            pieces += seen.Contains(actor) ? 0 : 1;
            Queue<string> next = new([actor]);
            while (next.TryDequeue(out var at))
            {
                if (seen.Add(at))
                {
                    foreach (var pair in pairs.Where(pair => pair.From == at || pair.To == at))
                    {
                        next.Enqueue(pair.From == at ? pair.To : pair.From);
                    }
                }
            }
        }

        return pieces;
    }
}
