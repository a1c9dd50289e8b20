using Microsoft.AspNetCore.Http.HttpResults;
using Samstyring.Data;
using Samstyring.Data.Initiatives;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Initiatives;

/// <summary>One initiative with its facts; gates, actors and instruments have addresses of their own.</summary>
public sealed record InitiativeDetail(
    string Key, LocalizedText Name, InitiativeKind Kind, LocalizedText Purpose, LocalizedText Problem, CoOperationModel? Model, IReadOnlyList<Level> Levels, string? Starts, string? Ends, string? Realised, string? ArchiveReference,
    bool? NeedsMunicipalDecisions, bool? TouchesPersonalData, string? Method, int? MethodVersion, IReadOnlyList<string> OpenGates, IReadOnlyList<ParticipantItem> Participants, IReadOnlyList<AreaItem> Affected, IReadOnlyList<CommitmentItem> Commitments,
    IReadOnlyList<EventItem> Events, string? Confirmed, Provenance Provenance);

public sealed record ParticipantItem(string Key, ParticipantRole Role, string? Organisation, LocalizedText Name, int? Count, Provenance Provenance);

public sealed record AreaItem(string Key, string? Organisation, LocalizedText Name, int? Count, bool? MustDecide, Provenance Provenance);

public sealed record CommitmentItem(string Key, string? Organisation, LocalizedText Leader, IReadOnlyList<CommitmentTo> Covers, string? SignedOn, Provenance Provenance);

public sealed record EventItem(string Key, EventKind Kind, string Starts, string? Organisation, LocalizedText Text, Provenance Provenance);

/// <summary>A method with its phases and gates.</summary>
public sealed record MethodItemOfList(string Key, int Version, LocalizedText Name, LocalizedText Note, bool ParallelPhases, string Source, IReadOnlyList<MethodPhase> Phases);

internal static class InitiativesApi
{
    private const string Tag = "Initiatives";

    public static void MapInitiatives(this IEndpointRouteBuilder api)
    {
        api.MapList(new InitiativeList(), Tag);
        api.MapGet("/initiatives/{key}", GetAsync).WithName("GetInitiative").WithTags(Tag);
        api.MapGet("/method-packs", () => TypedResults.Ok(new Envelope<MethodItemOfList>(
            [.. MethodPacks.Current.All.Select(pack => new MethodItemOfList(pack.Key, pack.Version, pack.Name, pack.Note, pack.ParallelPhases, pack.Source, pack.Phases))], MethodPacks.Current.All.Count, 1, Math.Max(1, MethodPacks.Current.All.Count))))
            .WithName("ListMethodPacks").WithTags(Tag);
    }

    private static async Task<Results<Ok<InitiativeDetail>, ProblemHttpResult>> GetAsync(string key, SamstyringDb db, CancellationToken ct)
    {
        if (await InitiativeReader.ReadAsync(db, key, ct) is not { } facts)
        {
            return ListApi.NotFound();
        }

        var i = facts.Initiative;
        return TypedResults.Ok(new InitiativeDetail(
            i.Key, i.Name, i.Kind, i.Purpose, i.Problem, i.Model, i.Levels, i.Starts, i.Ends, i.Realised, i.ArchiveReference, i.NeedsMunicipalDecisions, i.TouchesPersonalData, i.Method, i.MethodVersion, facts.OpenGates,
            [.. facts.Of<Participant>().Select(p => new ParticipantItem(p.Id.ToString(), p.Role, facts.Body(p.Organisation)?.Key, facts.NameOf(p.Organisation, p.Name), p.Count, p.Provenance))],
            [.. facts.Of<AffectedArea>().Select(a => new AreaItem(a.Id.ToString(), facts.Body(a.Organisation)?.Key, facts.NameOf(a.Organisation, a.Name), a.Count, a.MustDecide, a.Provenance))],
            [.. facts.Of<Commitment>().Select(c => new CommitmentItem(c.Id.ToString(), facts.Body(c.Organisation)?.Key, c.Name, c.Covers, c.SignedOn, c.Provenance))],
            [.. facts.Of<KeyEvent>().Select(e => new EventItem(e.Id.ToString(), e.Kind, e.Starts, facts.Body(e.Organisation)?.Key, e.Text, e.Provenance))],
            i.Confirmed, i.Provenance));
    }
}
