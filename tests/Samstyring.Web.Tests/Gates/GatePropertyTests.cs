using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Trace;
using Samstyring.Domain.Access;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Initiatives;
using Samstyring.TestKit;
using Samstyring.Web.Features.Gates;

namespace Samstyring.Web.Tests.Gates;

/// <summary>No order of edits and no concurrent decision passes a gate that a blocking item holds, and a snapshot never changes.</summary>
public sealed class GatePropertyTests
{
    private const int Seed = 20_260_302;

    /// <summary>What each person does before the snapshots are read for the first time, and again after it.</summary>
    private const int Steps = 14;

    private static readonly string[] Initiatives = ["tilfeldig-en", "tilfeldig-to"];

    private static readonly string[] Gates = ["bp1", "bp2", "bp3", "bp4", "bp5", "bp6"];

    private static readonly HttpStatusCode[] Expected =
        [HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.Accepted, HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionRequired, HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound];

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task However_people_edit_and_decide_at_once_no_held_gate_is_passed_and_no_snapshot_changes(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var people = await PeopleAsync(app);

        await RunAsync(people);
        var before = await SnapshotsAsync(app);
        await RunAsync(people);
        var after = await SnapshotsAsync(app);

        AssertWasTried(people);
        await using var db = app.Database.Open();
        var decisions = await db.GateDecisions.ToListAsync();
        Assert.All(before, kept => Assert.Equal(kept.Value, after[kept.Key]));
        Assert.All(decisions, decision => AssertNothingHolds(decision, after[(decision.Id, true)], after[(decision.Id, false)]));
        await AssertChainedAsync(db, decisions, after);
        Assert.Equal(decisions.Count(d => d.Outcome is GateOutcome.Proceed), people.Sum(person => person.Attempts.Count(attempt => attempt.Passed)));
    }

    /// <summary>Contributors and managers for the owner, and one who works for somebody else; all of them at once.</summary>
    private static async Task<IReadOnlyList<RandomEditor>> PeopleAsync(TestApp app)
    {
        var manager = await app.SignInAsync("4207", Role.Manager);
        foreach (var key in Initiatives)
        {
            using var made = await manager.Http.PostAsJsonAsync("/api/v1/initiatives", new { key, owner = "4207", kind = "project", method = "prosjektveiviseren-utvidet", name_nb = key, needs_municipal_decisions = "no", touches_personal_data = "no" });
            Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        }

        ConcurrentBag<(string, string, string)> added = [];
        SignedInVisitor[] people = [manager, await app.SignInAsync("4207", Role.Manager), await app.SignInAsync("4207"), await app.SignInAsync("4207"), await app.SignInAsync("ks")];
        RandomEditor[] editors = [.. people.Select((person, i) => new RandomEditor(person, Seed + i, Initiatives, added))];
        foreach (var key in Initiatives)
        {
            await editors[0].PrepareAsync(key);
            await AssertOnePassesAsync(editors, key);
        }

        return editors;
    }

    /// <summary>Everybody tries the first gate at once, which nothing holds: however they are interleaved, it is passed once.</summary>
    private static async Task AssertOnePassesAsync(IReadOnlyList<RandomEditor> people, string initiative)
    {
        await Task.WhenAll(people.Select(person => Task.Run(() => person.ProceedAsync(initiative, Gates[0]))));
        Assert.Single(people.SelectMany(person => person.Attempts), attempt => attempt.Passed && attempt.Initiative == initiative);
    }

    private static Task RunAsync(IEnumerable<RandomEditor> people) => Task.WhenAll(people.Select(person => Task.Run(() => person.RunAsync(Steps))));

    private static async Task<IReadOnlyDictionary<(GateDecisionId Decision, bool IsOfTeam), (string Content, string Digest)>> SnapshotsAsync(TestApp app)
    {
        await using var db = app.Database.Open();
        return await db.GateSnapshots.ToDictionaryAsync(kept => (kept.Decision, kept.IsOfTeam), kept => (kept.Content, kept.Digest));
    }

    /// <summary>The property says something only where attempts were refused and edits were stored; that gates were passed, the race for the first one has shown.</summary>
    private static void AssertWasTried(IReadOnlyList<RandomEditor> people)
    {
        var attempts = people.SelectMany(person => person.Attempts).ToList();
        var edits = people.SelectMany(person => person.Edits).ToList();
        Assert.All(attempts.Select(attempt => attempt.Status).Concat(edits), status => Assert.Contains(status, Expected));
        Assert.Contains(attempts, attempt => attempt.Status is HttpStatusCode.UnprocessableEntity);
        Assert.All(people[^1].Attempts, attempt => Assert.Equal(HttpStatusCode.NotFound, attempt.Status));
        Assert.InRange(edits.Count(status => status is HttpStatusCode.OK or HttpStatusCode.Created), 20, edits.Count);
    }

    /// <summary>Nobody gives an exception here: what is passed is passed because each blocking item is met, or does not apply.</summary>
    private static void AssertNothingHolds(GateDecision decision, (string Content, string Digest) ofTeam, (string Content, string Digest) open)
    {
        Assert.Null(decision.Exception);
        foreach (var kept in new[] { ofTeam, open })
        {
            Assert.Equal(kept.Digest, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(kept.Content))));
        }

        if (decision.Outcome is GateOutcome.Proceed)
        {
            var board = JsonSerializer.Deserialize<KeptBoard>(ofTeam.Content, KeptJson.Options)!;
            Assert.Equal(decision.Gate, board.Gate);
            Assert.NotEmpty(board.Rows);
            Assert.DoesNotContain(board.Rows, row => row.Holds);
            Assert.DoesNotContain(board.Rows, row => row.Blocking && row.State is not (RowState.Met or RowState.NotApplicable));
        }
    }

    /// <summary>The chain tells of each decision once, with the hashes of its snapshots; in its order no gate is skipped, and none is passed twice.</summary>
    private static async Task AssertChainedAsync(SamstyringDb db, List<GateDecision> decisions, IReadOnlyDictionary<(GateDecisionId Decision, bool IsOfTeam), (string Content, string Digest)> kept)
    {
        Assert.True((await ChainCheck.RunAsync(db, kept: null, CancellationToken.None)).Holds);
        var told = (await db.AuditEntries.Where(entry => entry.Event == "gate-decided").OrderBy(entry => entry.Number).Select(entry => entry.Payload).ToListAsync()).ConvertAll(payload => JsonSerializer.Deserialize<JsonElement>(payload!));
        Assert.Equal(decisions.Count, told.Count);
        foreach (var initiative in Initiatives)
        {
            var events = told.Where(e => e.GetProperty("initiative").GetString() == initiative).ToList();
            var passed = events.Where(e => e.GetProperty("outcome").GetString() == "proceed").Select(e => e.GetProperty("gate").GetString()!).ToList();
            Assert.Equal(Gates.Take(passed.Count), passed);
            foreach (var gate in events.GroupBy(e => e.GetProperty("gate").GetString()))
            {
                Assert.Equal(Enumerable.Range(1, gate.Count()), gate.Select(e => e.GetProperty("number").GetInt32()));
                Assert.DoesNotContain(gate.SkipLast(1), e => e.GetProperty("outcome").GetString() == "proceed");
            }

            foreach (var e in events)
            {
                var decision = decisions.Single(d => d.Initiative == InitiativeId.Of(initiative) && d.Gate == e.GetProperty("gate").GetString() && d.Number == e.GetProperty("number").GetInt32());
                Assert.Equal((kept[(decision.Id, false)].Digest, kept[(decision.Id, true)].Digest), (e.GetProperty("snapshot").GetString(), e.GetProperty("teamSnapshot").GetString()));
            }
        }
    }
}
