using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Stewardship;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Stewardship;

/// <summary>A proposal in a list.</summary>
public sealed record ProposalItem
{
    public required Guid Id { get; init; }

    public required string RecordType { get; init; }

    public required string RecordKey { get; init; }

    /// <summary>Whether the record is to be added.</summary>
    public required bool IsNew { get; init; }

    public required IReadOnlyList<FieldChange> Changes { get; init; }

    /// <summary>Why the proposer asks for it.</summary>
    public required string Reason { get; init; }

    public BodyRef? From { get; init; }

    public required DateTimeOffset At { get; init; }

    public required ProposalState State { get; init; }

    public string? Answer { get; init; }

    public BodyRef? AnsweredFor { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    [JsonIgnore]
    public bool IsRestricted { get; init; }
}

/// <summary>Reads proposals as far as the viewer may see them.</summary>
public sealed class ProposalReader(SamstyringDb db)
{
    /// <summary>Open proposals that wait for this organisation, or for the administrator; the oldest first.</summary>
    public async Task<IReadOnlyList<ProposalItem>> ToAnswerAsync(Standing standing, int most, CancellationToken ct)
    {
        var (organisation, administrator) = (standing.OnBehalfOf, standing.IsAdministrator);
        return await From(db.Proposals.Where(p => p.State == ProposalState.Open
            && ((administrator && p.ForAdministrator) || db.ProposalAnswerers.Any(a => a.Proposal == p.Id && a.Organisation == organisation)))).OrderBy(p => p.At).Take(most).ToListAsync(ct);
    }

    /// <summary>What this organisation proposed; the newest first.</summary>
    public async Task<IReadOnlyList<ProposalItem>> OursAsync(Standing standing, int most, CancellationToken ct)
    {
        var organisation = standing.OnBehalfOf;
        return organisation is null ? [] : await From(db.Proposals.Where(p => p.OnBehalfOf == organisation)).OrderByDescending(p => p.At).Take(most).ToListAsync(ct);
    }

    public async Task<ProposalItem?> FindAsync(ProposalId id, CancellationToken ct) => await From(db.Proposals.Where(p => p.Id == id)).SingleOrDefaultAsync(ct);

    private IQueryable<ProposalItem> From(IQueryable<Proposal> proposals) =>
        from p in proposals
        join o in db.Organisations on p.OnBehalfOf equals (OrganisationId?)o.Id into proposers
        from proposer in proposers.DefaultIfEmpty()
        join a in db.Organisations on p.AnsweredFor equals (OrganisationId?)a.Id into answerers
        from answerer in answerers.DefaultIfEmpty()
        select new ProposalItem
        {
            Id = p.Id.Value,
            RecordType = p.RecordType,
            RecordKey = p.RecordKey,
            IsNew = p.IsNew,
            Changes = p.Changes,
            Reason = p.Why,
            From = proposer == null ? null : new BodyRef { Key = proposer.Key, Name = proposer.Name },
            At = p.At,
            State = p.State,
            Answer = p.Answer,
            AnsweredFor = answerer == null ? null : new BodyRef { Key = answerer.Key, Name = answerer.Name },
            AnsweredAt = p.AnsweredAt,
            IsRestricted = db.Shows(p.VisibleTo, p.RecordType, p.RecordKey),
        };
}
