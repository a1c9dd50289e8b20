using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Initiatives;
using Samstyring.Data.Records;
using Samstyring.Domain.Access;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Gates;

/// <summary>Writes down a decision at a gate, with what it was taken on. The gate is worked out here and now, from all facts.</summary>
public sealed class DecideGate(SamstyringDb db, TimeProvider clock, Ui ui)
{
    /// <returns>Null where the viewer has no such gate.</returns>
    public async Task<Outcome<GateDecision>?> RunAsync(string key, GateWish wish, Standing who, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Whoever changes a fact of the initiative meanwhile waits for nobody; whoever decides at it waits here.
        await RecordVersion.LockAsync(db, new("gates-of", key), ct);
        if (await InitiativeReader.ReadAsync(db, key, ct) is not { } seen || await InitiativeReader.ReadWholeAsync(db, seen.Initiative, ct) is not { } facts || facts.Board(wish.Gate, today) is not { } board)
        {
            return null;
        }

        var number = facts.Decisions.Count(d => d.Gate == wish.Gate);
        var decided = GateRules.Decide(new(facts.Initiative, board, number, facts.OpenGates, facts.Owners, facts.IsStopped), wish, who, now);
        if (!decided.IsAccepted(out var decision, out _))
        {
            return decided;
        }

        var (open, team) = (Kept(decision, facts, board, today, audience: null), Kept(decision, facts, board, today, Team.Of(decision.Initiative)));
        db.Add(decision);
        db.AddRange(open, team);
        db.AddRange(Conditions(decision, wish, facts));
        db.Record(new GateDecided(
            key, decision.Gate, decision.Number, decision.Outcome, decision.Mandate, decision.DecidedBy, decision.Exception, [.. board.Holding.Where(row => !row.UsesAssessments).Select(row => row.Id)],
            decision.Method, decision.MethodVersion, open.Digest, team.Digest, who.Actor, now)
        { Reason = decision.Reason, Audience = decision.VisibleTo });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return new Refusal(new Reason(GateRules.DecidedMeanwhile));
        }

        await transaction.CommitAsync(ct);
        return decided;
    }

    /// <summary>The gate as an audience sees it. A line that more facts decided than it sees is one that it is told nothing of.</summary>
    private GateSnapshot Kept(GateDecision decision, InitiativeFacts facts, GateBoard board, DateOnly today, AudienceId? audience)
    {
        var seen = facts.AsSeenBy(audience);
        var rows = GateRows.Common(GateRows.Of(seen, seen.Board(decision.Gate, today)!, audience is not null, ui), GateRows.Of(facts, board, audience is not null, ui), board, ui);
        KeptBoard kept = new(
            facts.Initiative.Key, facts.Initiative.Name, board.Pack.Name, board.Pack.Key, board.Pack.Version, board.Phase.Name, board.Phase.Gate, rows,
            [.. board.Rows.SelectMany(row => row.Computed).Select(outcome => outcome.Check).DistinctBy(check => check.Name, StringComparer.Ordinal).Select(check => new RuleVersion(check.Name, check.Version)).OrderBy(rule => rule.Check, StringComparer.Ordinal)]);
        var content = JsonSerializer.Serialize(kept, KeptJson.Options);
        return new()
        {
            Decision = decision.Id,
            IsOfTeam = audience is not null,
            Content = content,
            Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))),
            VisibleTo = audience ?? decision.VisibleTo,
        };
    }

    private static IEnumerable<GateCondition> Conditions(GateDecision decision, GateWish wish, InitiativeFacts facts)
    {
        var order = facts.Of<GateCondition>().Select(c => c.Order).DefaultIfEmpty(0).Max();
        return wish.Conditions.Select((condition, i) => new GateCondition
        {
            Id = PartId.New(),
            Initiative = decision.Initiative,
            Order = order + i + 1,
            Decision = decision.Id,
            Gate = decision.Gate,
            Text = new(condition.Text!.Trim()),
            Organisation = condition.Owner,
            Ends = condition.Ends,
            Provenance = new("samstyring", DateOnly.FromDateTime(decision.At.UtcDateTime).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Certainty.Stated),
            VisibleTo = decision.VisibleTo,
        });
    }
}
