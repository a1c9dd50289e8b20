using Microsoft.Extensions.Options;
using Samstyring.Data;
using Samstyring.Data.Roadmap;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;
using Samstyring.Web.Platform;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Samstyring.Web.Features.Roadmap;

internal static class RoadmapApi
{
    private const string Tag = "Roadmap";

    public static void MapRoadmap(this IEndpointRouteBuilder api)
    {
        api.MapList(new RoadmapList(api.ServiceProvider.GetRequiredService<TimeProvider>()), Tag);
        api.MapGet("/municipalities/{number}/agenda", AgendaAsync).WithName("ListAgendaOfMunicipality").WithTags(Tag)
            .Produces<Envelope<AgendaRow>>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/municipalities/{number}/agenda.ics", CalendarAsync).WithName("GetCalendarOfMunicipality").WithTags(Tag).WithMetadata(new TakesTokenInAddress())
            .Produces<string>(StatusCodes.Status200OK, "text/calendar").ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>What the municipality must decide, in deadline order, and after it what it has in use, with what it costs.</summary>
    private static async Task<IResult> AgendaAsync(string number, int? page, int? pageSize, string? format, HttpContext context, SamstyringDb db, TimeProvider clock, IOptions<JsonOptions> json, CancellationToken ct)
    {
        if (await AgendaReader.ReadAsync(db, number, Today(clock), AgendaReader.InFile, ct) is not { } agenda)
        {
            return await ElsewhereAsync(db, number, "/agenda", ct);
        }

        List<BadValue> wrong = [];
        _ = ListQuery.Whole(context.Request.Query, "page", 1, 1_000_000, wrong);
        _ = ListQuery.Whole(context.Request.Query, "pageSize", 1, ListQuery.MaxPageSize, wrong);
        IReadOnlyList<BadValue> bad = wrong;
        _ = ListApi.Format(context, ref bad);
        if (bad is not [])
        {
            return ListApi.BadQuery(bad);
        }

        var rows = AgendaRow.Of(agenda);
        var (at, size) = (page ?? 1, pageSize ?? ListQuery.DefaultPageSize);
        return string.IsNullOrEmpty(format)
            ? TypedResults.Ok(new Envelope<AgendaRow>([.. rows.Skip((at - 1) * size).Take(size)], rows.Count, at, size))
            : ListApi.File($"agenda-{number}", AgendaRow.Fields(agenda.PlanFrom), rows.ToAsyncEnumerable(), format, json.Value.SerializerOptions);
    }

    /// <summary>The same as days in a calendar that a program subscribes to. What only some may see, they get with a token of the scope <c>calendar</c> in the address.</summary>
    private static async Task<IResult> CalendarAsync(string number, HttpContext context, SamstyringDb db, TimeProvider clock, Ui ui, CancellationToken ct) =>
        await AgendaReader.ReadAsync(db, number, Today(clock), AgendaReader.InFile, ct) is { } agenda
            ? AgendaCalendar.Of(ui, agenda, $"{context.Request.Scheme}://{context.Request.Host}")
            : await ElsewhereAsync(db, number, "/agenda.ics", ct);

    /// <summary>An old number leads to the municipality of today.</summary>
    private static async Task<IResult> ElsewhereAsync(SamstyringDb db, string number, string what, CancellationToken ct) =>
        await BehindNumber.FindAsync(db, number, ct) is { Body: { } body } && BodyPaths.IsMunicipality(body) ? TypedResults.LocalRedirect($"/api/v1/municipalities/{body}{what}", permanent: true) : ListApi.NotFound();

    private static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
