using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Samstyring.Data;
using Samstyring.Data.Records;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Stewardship;
using Samstyring.Web.Features.Design.Lists;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Stewardship;

/// <summary>A record as it can be changed: its fields as text, and who may change it.</summary>
/// <param name="Version">What <c>If-Match</c> must name.</param>
/// <param name="Right">What whoever asks may do: none, propose or change.</param>
public sealed record RecordDetail(string Type, string Key, LocalizedText Title, IReadOnlyDictionary<string, string?> Fields, string Version, Right Right);

/// <summary>What came of a change.</summary>
/// <param name="Proposal">Where it was proposed: the proposal.</param>
public sealed record RecordStored(string Type, string Key, string Version, Guid? Proposal);

/// <summary>A changed field that somebody else changed first.</summary>
public sealed record FieldConflict(string Field, string? Stored, string? Yours);

internal static class RecordsApi
{
    private const string Tag = "Changes";

    /// <summary>For each kind of record: <c>PATCH</c> one, and <c>POST</c> a new one.</summary>
    public static void MapRecords(this IEndpointRouteBuilder api)
    {
        api.MapGet("/records/{type}/{record}", GetAsync).WithName("GetRecord").WithTags(Tag).Produces<RecordDetail>();
        foreach (var type in RecordTypes.All)
        {
            var name = string.Concat(type.Name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
            api.MapPatch($"/{type.Plural}/{{key}}", (string key, [FromBody] Dictionary<string, JsonElement> body, HttpContext http, ChangeRecord change, CancellationToken ct) => PatchAsync(new(type.Name, key), body, http, change, ct))
                .WithName("Change" + name).WithTags(Tag).Produces<RecordStored>().Produces<RecordStored>(StatusCodes.Status202Accepted)
                .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status428PreconditionRequired);
            if (type.CanBeAdded)
            {
                api.MapPost("/" + type.Plural, ([FromBody] Dictionary<string, JsonElement> body, HttpContext http, AddRecord add, CancellationToken ct) => PostAsync(type, body, http, add, ct))
                    .WithName("Add" + name).WithTags(Tag).Produces<RecordStored>(StatusCodes.Status201Created).Produces<RecordStored>(StatusCodes.Status202Accepted)
                    .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
            }
        }
    }

    private static async Task<IResult> GetAsync(string type, string record, HttpContext http, SamstyringDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await RecordReader.StateAsync(db, new(type, record), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct) is not { } state)
        {
            return ListApi.NotFound();
        }

        http.Response.Headers.ETag = $"\"{state.Version}\"";
        return TypedResults.Ok(new RecordDetail(type, record, state.Title, state.Values, state.Version, state.Stewards.RightOf(SignedIn.StandingOf(http))));
    }

    private static async Task<IResult> PatchAsync(RecordKey record, Dictionary<string, JsonElement> body, HttpContext http, ChangeRecord change, CancellationToken ct)
    {
        if (http.Request.Headers.IfMatch is not [{ Length: > 2 } tag])
        {
            return Problem(StatusCodes.Status428PreconditionRequired, "if-match.required", "Name the version that you saw in If-Match. Nothing was changed.");
        }

        if (Read(body, out var reason) is not { } written)
        {
            return Problem(StatusCodes.Status422UnprocessableEntity, "field.not-allowed", "A field has a value that is no text, number, yes or no, or list of codes. Nothing was changed.");
        }

        var outcome = await change.RunAsync(record, tag.Trim('"'), written, reason, SignedIn.StandingOf(http), ct);
        if (!outcome.IsAccepted(out var stored, out var refusal))
        {
            return Refused(refusal, written);
        }

        http.Response.Headers.ETag = $"\"{stored.Version}\"";
        return stored.Proposal is { } proposal ? TypedResults.Accepted($"/api/v1/proposals/{proposal.Value:D}", Told(stored)) : TypedResults.Ok(Told(stored));
    }

    private static async Task<IResult> PostAsync(RecordType type, Dictionary<string, JsonElement> body, HttpContext http, AddRecord add, CancellationToken ct)
    {
        if (Read(body, out var reason) is not { } written)
        {
            return Problem(StatusCodes.Status422UnprocessableEntity, "field.not-allowed", "A field has a value that is no text, number, yes or no, or list of codes. Nothing was changed.");
        }

        var outcome = await add.RunAsync(type.Name, written, reason, SignedIn.StandingOf(http), ct);
        if (!outcome.IsAccepted(out var stored, out var refusal))
        {
            return Refused(refusal, written);
        }

        return stored.Proposal is { } proposal ? TypedResults.Accepted($"/api/v1/proposals/{proposal.Value:D}", Told(stored)) : TypedResults.Created($"/api/v1/records/{type.Name}/{stored.Record.Key}", Told(stored));
    }

    /// <summary>A refusal as a problem: its codes, and for a lost update both versions.</summary>
    internal static IResult Refused(Refusal refusal, IReadOnlyDictionary<string, string?> written)
    {
        var code = refusal.Reasons[0].Code;
        if (code is Correction.NotAllowed or ChangeRecord.NotFound)
        {
            return ListApi.NotFound();
        }

        if (code is Correction.ChangedMeanwhile)
        {
            return TypedResults.Problem(
                statusCode: StatusCodes.Status412PreconditionFailed, title: "Somebody changed the record since you read it. Nothing was changed.",
                extensions: [new("code", code), new("conflicts", refusal.Reasons.Select(r => new FieldConflict(r.Field!, r.Value, written.GetValueOrDefault(r.Field!))).ToList())]);
        }

        return TypedResults.Problem(
            statusCode: code is AddRecord.Exists or ChangeRecord.Repeated or Proposal.NotOpen ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity,
            title: "The change was refused. Nothing was changed.",
            extensions: [new("code", code), new("errors", refusal.Reasons.Select(r => new { r.Code, r.Field, r.Value }).ToList())]);
    }

    internal static IResult Problem(int status, string code, string title) => TypedResults.Problem(statusCode: status, title: title, extensions: [new("code", code)]);

    private static RecordStored Told(Stored stored) => new(stored.Record.Type, stored.Record.Key, stored.Version, stored.Proposal?.Value);

    /// <summary>The fields of a body as text; null where one of them can be none.</summary>
    private static Dictionary<string, string?>? Read(Dictionary<string, JsonElement> body, out string? reason)
    {
        reason = null;
        Dictionary<string, string?> written = new(StringComparer.Ordinal);
        foreach (var (field, value) in body)
        {
            if (!IsText(value))
            {
                return null;
            }

            var text = value.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.True => "yes",
                JsonValueKind.False => "no",
                JsonValueKind.Array => string.Join('|', value.EnumerateArray().Select(code => code.GetString())),
                JsonValueKind.Number => value.GetRawText(),
                _ => value.GetString(),
            };
            if (field == "reason")
            {
                reason = text;
            }
            else
            {
                written[field] = text;
            }
        }

        return written;
    }

    private static bool IsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().All(code => code.ValueKind is JsonValueKind.String && IsWhole(code)),
        JsonValueKind.String => IsWhole(value),
        JsonValueKind.Object or JsonValueKind.Undefined => false,
        _ => true,
    };

    /// <summary>JSON can write half a character, which is no text.</summary>
    private static bool IsWhole(JsonElement text)
    {
        try
        {
            return text.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
