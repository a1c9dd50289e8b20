using Samstyring.Data;
using Samstyring.Data.Records;
using Samstyring.Domain.Stewardship;
using Samstyring.Web.Features.Design.Lists;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Stewardship;

/// <summary>An answer to a proposal.</summary>
/// <param name="Reason">Required for a refusal.</param>
/// <param name="Version">Of the record, for accepting a change: what the record's ETag says.</param>
public sealed record ProposalAnswerBody(string? Reason, string? Version);

/// <summary>Proposals of one organisation: those that wait for its answer, and its own.</summary>
public sealed record ProposalBox(IReadOnlyList<ProposalItem> ToAnswer, IReadOnlyList<ProposalItem> Ours);

internal static class ProposalsApi
{
    private const string Tag = "Changes";

    private const int Most = 500;

    public static void MapProposals(this IEndpointRouteBuilder api)
    {
        api.MapGet("/proposals", async (HttpContext http, ProposalReader reader, CancellationToken ct) => TypedResults.Ok(new ProposalBox(
            await reader.ToAnswerAsync(SignedIn.StandingOf(http), Most, ct), await reader.OursAsync(SignedIn.StandingOf(http), Most, ct)))).WithName("ListProposals").WithTags(Tag);
        api.MapGet("/proposals/{id}", async (Guid id, ProposalReader reader, CancellationToken ct) =>
            await reader.FindAsync(new(id), ct) is { } found ? (IResult)TypedResults.Ok(found) : ListApi.NotFound()).WithName("GetProposal").WithTags(Tag).Produces<ProposalItem>();
        foreach (var answer in Enum.GetValues<ProposalAnswer>())
        {
            api.MapPost($"/proposals/{{id}}/{Domain.Kernel.Codes.Of(answer)}", (Guid id, ProposalAnswerBody body, HttpContext http, AnswerProposal answers, CancellationToken ct) => AnswerAsync(id, answer, body, http, answers, ct))
                .WithName(answer + "Proposal").WithTags(Tag).Produces<RecordStored>()
                .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>What happened to a thing; people's names only for those who are signed in.</summary>
    public static void MapHistory(this IEndpointRouteBuilder api) =>
        api.MapGet("/history", HistoryAsync).WithName("ListHistory").WithTags(Tag).WithMetadata(new NeedsQuery()).Produces<Envelope<HistoryItem>>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> AnswerAsync(Guid id, ProposalAnswer answer, ProposalAnswerBody body, HttpContext http, AnswerProposal answers, CancellationToken ct)
    {
        var outcome = await answers.RunAsync(new(id), answer, body.Version, body.Reason, SignedIn.StandingOf(http), ct);
        return outcome.IsAccepted(out var stored, out var refusal)
            ? TypedResults.Ok(new RecordStored(stored.Record.Type, stored.Record.Key, stored.Version, stored.Proposal?.Value))
            : RecordsApi.Refused(refusal, new Dictionary<string, string?>(StringComparer.Ordinal));
    }

    private static async Task<IResult> HistoryAsync(string? type, string? key, int? page, int? pageSize, HttpContext http, SamstyringDb db, HistoryReader reader, TimeProvider clock, CancellationToken ct)
    {
        BadValue[] bad =
        [
            .. string.IsNullOrEmpty(type) ? new[] { new BadValue("type", "", "the type of a record: organisation, membership, …") } : [],
            .. string.IsNullOrEmpty(key) ? new[] { new BadValue("key", "", "the key of the record") } : [],
            .. page is < 1 or > 1_000_000 ? new[] { new BadValue("page", $"{page}", "1–1000000") } : [],
            .. pageSize is < 1 or > ListQuery.MaxPageSize ? new[] { new BadValue("pageSize", $"{pageSize}", "1–500") } : [],
        ];
        if (bad is not [])
        {
            return ListApi.BadQuery(bad);
        }

        RecordKey record = new(type!, key!);
        if (await RecordReader.CardAsync(db, record, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct) is null)
        {
            return ListApi.NotFound();
        }

        var (items, total) = await reader.ReadAsync(record, page ?? 1, pageSize ?? 50, withNames: SignedIn.Of(http) is not null, ct);
        return TypedResults.Ok(new Envelope<HistoryItem>(items, total, page ?? 1, pageSize ?? 50));
    }
}
