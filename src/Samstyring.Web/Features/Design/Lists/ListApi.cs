using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Samstyring.Data;
using Samstyring.Web.Platform;
using System.Text.Json;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;
using ProblemDetails = Microsoft.AspNetCore.Mvc.ProblemDetails;

namespace Samstyring.Web.Features.Design.Lists;

/// <summary>A page of a list.</summary>
/// <param name="Items">The rows of the page.</param>
/// <param name="Total">Rows on all pages, with the filters.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">1–500.</param>
public sealed record Envelope<T>(IReadOnlyList<T> Items, int Total, int Page, int PageSize);

/// <summary>What a list endpoint takes, for the OpenAPI document.</summary>
internal sealed record ListParameters(IReadOnlyList<string> Sorts, IReadOnlyList<string> Filters);

internal static class ListApi
{
    private static readonly string[] Formats = ["json", "csv", "xlsx"];

    /// <summary>Maps <c>GET /{name}</c>: a page as an envelope, or with <c>?format=</c> the whole filtered list as a file.</summary>
    public static RouteHandlerBuilder MapList<TRow>(this IEndpointRouteBuilder api, ListSpec<TRow> spec, string tag)
        where TRow : class => api.MapList(spec.Name, spec, tag);

    /// <summary>The same on another address, for lists below one thing.</summary>
    public static RouteHandlerBuilder MapList<TRow>(this IEndpointRouteBuilder api, string address, ListSpec<TRow> spec, string tag)
        where TRow : class =>
        api.MapGet(address, (HttpContext context, SamstyringDb db, IOptions<JsonOptions> json, CancellationToken ct) => ListAsync(spec, context, db, json, ct))
            .WithName("List" + string.Concat(spec.Name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])))
            .WithTags(tag)
            .WithMetadata(new ListParameters([.. spec.Sorts.Select(s => s.Name)], [.. spec.Filters.Select(f => f.Name)]))
            .Produces<Envelope<TRow>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);

    /// <summary>A list below one thing: 404 where there is no such thing.</summary>
    public static RouteHandlerBuilder MapListBelow<TRow>(this IEndpointRouteBuilder api, string address, string name, string tag, Func<string, ListSpec<TRow>> below, Func<SamstyringDb, string, CancellationToken, Task<bool>> exists)
        where TRow : class =>
        api.MapListOf(address, name, tag, below(""), async (db, key, ct) => await exists(db, key, ct) ? below(key) : null);

    /// <summary>A list that is worked out from what is known of one thing: 404 where there is no such thing.</summary>
    /// <param name="form">The list of nothing, which has the same orders and filters.</param>
    public static RouteHandlerBuilder MapListOf<TRow>(this IEndpointRouteBuilder api, string address, string name, string tag, ListSpec<TRow> form, Func<SamstyringDb, string, CancellationToken, Task<ListSpec<TRow>?>> read)
        where TRow : class =>
        api.MapGet(address, async (string key, HttpContext context, SamstyringDb db, IOptions<JsonOptions> json, CancellationToken ct) =>
                await read(db, key, ct) is { } list ? await ListAsync(list, context, db, json, ct) : NotFound())
            .WithName(name)
            .WithTags(tag)
            .WithMetadata(new ListParameters([.. form.Sorts.Select(s => s.Name)], [.. form.Filters.Select(f => f.Name)]))
            .Produces<Envelope<TRow>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Everything at once, in the form of a list: for what belongs to one thing and is never long.</summary>
    internal static Envelope<T> Whole<T>(IReadOnlyList<T> items) => new(items, items.Count, 1, Math.Max(1, items.Count));

    /// <summary>404 with the code <c>not-found</c>.</summary>
    internal static ProblemHttpResult NotFound() => TypedResults.Problem(
        statusCode: StatusCodes.Status404NotFound, title: "There is nothing with this key.", extensions: [new("code", "not-found")]);

    private static async Task<IResult> ListAsync<TRow>(ListSpec<TRow> spec, HttpContext context, SamstyringDb db, IOptions<JsonOptions> json, CancellationToken ct)
        where TRow : class
    {
        var (query, bad, _) = await ListQuery.ReadAsync(spec, context.Request.Query, ListQuery.MaxPageSize, db, ct);
        var format = Format(context, ref bad);
        string[] known = ["page", "pageSize", "sort", "q", "format", UiLanguage.Parameter, .. spec.Filters.Select(f => f.Name), .. spec.Views.Select(v => v.Name)];
        bad = [.. bad, .. context.Request.Query.Keys.Except(known, StringComparer.Ordinal).Select(name => new BadValue(name, name, string.Join(", ", known)))];
        if (bad is not [])
        {
            return BadQuery(bad);
        }

        if (format is not null)
        {
            return File(spec.Name, spec.Fields, query.AllAsync(spec, db, CancellationToken.None), format, json.Value.SerializerOptions);
        }

        var total = await query.CountAsync(spec, db, context.RequestServices.GetRequiredService<Tally>(), ct);
        var items = await query.PageAsync(spec, db, ct);
        return TypedResults.Ok(new Envelope<TRow>(items, total, query.Page, query.PageSize));
    }

    /// <summary>400 with the code <c>bad-query</c>, and for each parameter what is allowed.</summary>
    internal static ProblemHttpResult BadQuery(IReadOnlyList<BadValue> bad) => TypedResults.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status400BadRequest,
        Title = "A query parameter has a value that is not allowed.",
        Detail = "Nothing was changed.",
        Extensions =
        {
            ["code"] = "bad-query",
            ["errors"] = bad.ToDictionary(b => b.Parameter, b => new[] { $"«{b.Value}» is not allowed. Allowed: {b.Allowed}" }, StringComparer.Ordinal),
        },
    });

    /// <summary>The form of file that is asked for; null where none is, or where it is none that we write.</summary>
    internal static string? Format(HttpContext context, ref IReadOnlyList<BadValue> bad)
    {
        if (ListQuery.Value(context.Request.Query, "format") is not { } format || Formats.Contains(format, StringComparer.Ordinal))
        {
            return ListQuery.Value(context.Request.Query, "format");
        }

        bad = [.. bad, new("format", format, string.Join(", ", Formats))];
        return null;
    }

    /// <summary>Rows as a file.</summary>
    /// <param name="name">The name of the file, without its ending.</param>
    internal static PushStreamHttpResult File<TRow>(string name, IReadOnlyList<ExportField<TRow>> fields, IAsyncEnumerable<TRow> rows, string format, JsonSerializerOptions json)
        where TRow : class
    {
        var (type, write) = format switch
        {
            "csv" => ("text/csv; charset=utf-8", (Func<Stream, CancellationToken, Task>)((stream, ct) => ListFiles.WriteCsvAsync(stream, fields, rows, ct))),
            "xlsx" => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (stream, ct) => ListFiles.WriteXlsxAsync(stream, name, fields, rows, ct)),
            _ => ("application/json; charset=utf-8", (stream, ct) => JsonSerializer.SerializeAsync(stream, rows, json, ct)),
        };
        return TypedResults.Stream(stream => BufferAsync(stream, write), type, $"{name}.{format}");
    }

    /// <summary>A file is made in a temporary file first: a workbook needs to seek, and an error half-way must not look like a whole file.</summary>
    private static async Task BufferAsync(Stream response, Func<Stream, CancellationToken, Task> write)
    {
        await using var buffer = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 65_536, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await write(buffer, CancellationToken.None);
        buffer.Position = 0;
        await buffer.CopyToAsync(response);
    }
}
