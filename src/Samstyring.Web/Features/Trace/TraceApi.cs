using Microsoft.Extensions.Options;
using Samstyring.Data;
using Samstyring.Domain.Access;
using Samstyring.Web.Features.Design.Lists;
using Samstyring.Web.Platform;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Samstyring.Web.Features.Trace;

/// <summary>What an endpoint takes that gives what only grows, from the end: for the OpenAPI document.</summary>
internal sealed record FromTheEnd(IReadOnlyList<string> Filters);

/// <summary>The chain of changes, for those who may read it. For everybody else there is no such thing.</summary>
internal static class TraceApi
{
    private const string Tag = "Trace";

    public static void MapTrace(this IEndpointRouteBuilder api)
    {
        api.MapGet("/audit-entries", AllAsync).WithName("ListAuditEntries").WithTags(Tag).WithMetadata(new FromTheEnd(LinkQuery.Filters)).Describe<LinkPage>();
        api.MapGet("/organisations/{key}/audit-entries", OfOrganisationAsync).WithName("ListOrganisationAuditEntries").WithTags(Tag).WithMetadata(new FromTheEnd([])).Describe<LinkPage>();
        api.MapGet("/restricted-reads", ReadsAsync).WithName("ListRestrictedReads").WithTags(Tag).WithMetadata(new FromTheEnd([])).Describe<ReadPage>();
    }

    private static void Describe<T>(this RouteHandlerBuilder endpoint) =>
        endpoint.Produces<T>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> AllAsync(HttpContext context, SamstyringDb db, TraceNames names, IOptions<JsonOptions> json, CancellationToken ct)
    {
        if (!SignedIn.StandingOf(context).IsAdministrator)
        {
            return ListApi.NotFound();
        }

        var (query, bad) = await LinkQuery.ReadAsync(db, context.Request.Query, ListQuery.MaxPageSize, ct);
        return await AnswerAsync(context, db, names, json, query, bad, ct);
    }

    private static async Task<IResult> OfOrganisationAsync(string key, HttpContext context, SamstyringDb db, TraceNames names, IOptions<JsonOptions> json, CancellationToken ct)
    {
        if (!SignedIn.StandingOf(context).Is(Role.Manager) || SignedIn.Of(context)?.For is not { } acting || !string.Equals(acting.Key, key, StringComparison.Ordinal))
        {
            return ListApi.NotFound();
        }

        var (query, bad) = LinkQuery.ReadFor(acting.Organisation, acting.Key, context.Request.Query, ListQuery.MaxPageSize);
        return await AnswerAsync(context, db, names, json, query, bad, ct);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, SamstyringDb db, TraceNames names, IOptions<JsonOptions> json, LinkQuery query, IReadOnlyList<BadValue> bad, CancellationToken ct)
    {
        var format = ListApi.Format(context, ref bad);
        return bad is not [] ? ListApi.BadQuery(bad)
            : format is not null ? ListApi.File("audit-entries", Links.Fields, Links.AllAsync(db, names, query, CancellationToken.None), format, json.Value.SerializerOptions)
            : TypedResults.Ok((await Links.PageAsync(db, names, query, ct)).Page);
    }

    private static async Task<IResult> ReadsAsync(HttpContext context, SamstyringDb db, TraceNames names, IOptions<JsonOptions> json, CancellationToken ct)
    {
        if (!SignedIn.StandingOf(context).IsAdministrator)
        {
            return ListApi.NotFound();
        }

        var (query, bad) = ReadQuery.Read(context.Request.Query, ListQuery.MaxPageSize);
        var format = ListApi.Format(context, ref bad);
        return bad is not [] ? ListApi.BadQuery(bad)
            : format is not null ? ListApi.File("restricted-reads", RestrictedReadings.Fields, RestrictedReadings.AllAsync(db, names, query, CancellationToken.None), format, json.Value.SerializerOptions)
            : TypedResults.Ok(await RestrictedReadings.PageAsync(db, names, query, ct));
    }
}
