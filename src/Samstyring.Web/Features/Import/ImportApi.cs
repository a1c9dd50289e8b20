using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Samstyring.Data.Import;
using Samstyring.Domain.Access;
using Samstyring.Web.Features.Design.Lists;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Import;

internal static class ImportApi
{
    /// <summary>A file of the largest size, and what is around it in a form.</summary>
    public const long MostBytes = ImportFile.MostBytes + (8 * 1024 * 1024);

    /// <summary><c>POST /imports/{type}</c>: the file as the body, or as the one file of a form.</summary>
    public static void MapImports(this IEndpointRouteBuilder api) => api.MapPost("/imports/{type}", RunAsync)
        .WithName("Import").WithTags("Import").WithMetadata(new RequestSizeLimitAttribute(MostBytes), new NeedsScope(TokenScope.Import))
        .Accepts<IFormFile>("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "multipart/form-data")
        .Produces<ImportReport>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <param name="dryRun">Whether only to say what would change.</param>
    /// <param name="reason">Why; asked for unless it is a dry run.</param>
    /// <param name="fileName">What the file is called, where the body is the file.</param>
    private static async Task<IResult> RunAsync(string type, HttpContext http, ImportRecords import, CancellationToken ct, [FromQuery] bool dryRun = false, [FromQuery] string? reason = null, [FromQuery] string? fileName = null)
    {
        var standing = SignedIn.StandingOf(http);
        if (!ImportRecords.IsOpenTo(standing) || ImportType.Find(type) is null)
        {
            return ListApi.NotFound();
        }

        if (http.Request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none"))
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status403Forbidden, title: "The request comes from another site. Nothing was changed.", extensions: [new("code", "other-site")]);
        }

        if (await ReceiveAsync(http.Request, fileName ?? type, ct) is not { } received)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, title: "The form has no file. Nothing was changed.", extensions: [new("code", "import.no-file")]);
        }

        using var file = received;
        var report = await import.RunAsync(type, file, new(dryRun, standing, reason), progress: null, ct);
        return report.Succeeded
            ? TypedResults.Ok(report)
            : TypedResults.Problem(
                statusCode: StatusCodes.Status422UnprocessableEntity, title: "The file has errors. Nothing was changed.",
                extensions: [new("code", report.Errors[0].Code), new("errors", report.Errors), new("errorCount", report.ErrorCount)]);
    }

    /// <summary>Read as it comes: the file is never in memory as a whole.</summary>
    private static async Task<ImportFile?> ReceiveAsync(HttpRequest request, string name, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return await ImportFile.ReceiveAsync(name, request.Body, ct);
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > FormOptions.DefaultMultipartBoundaryLengthLimit)
        {
            return null;
        }

        try
        {
            var form = new MultipartReader(boundary, request.Body);
            while (await form.ReadNextSectionAsync(ct) is { } section)
            {
                if (section.GetContentDispositionHeader() is { } part && part.IsFileDisposition())
                {
                    return await ImportFile.ReceiveAsync(part.FileName.Value ?? name, section.Body, ct);
                }
            }
        }
        catch (Exception broken) when (broken is InvalidDataException || (broken is IOException and not BadHttpRequestException))
        {
            // A form that ends in the middle has no file.
        }

        return null;
    }
}
