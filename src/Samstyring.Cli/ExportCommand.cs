using System.CommandLine;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Samstyring.Cli;

/// <summary><c>export</c>: a client of the API's lists, so that what it gives is what the screens and the API give.</summary>
internal static class ExportCommand
{
    private static readonly string[] Formats = ["csv", "xlsx", "json"];

    /// <summary>The parts of a problem (RFC 9457) that a person can use.</summary>
    private sealed record Problem(
        [property: JsonPropertyName("title")] string? Title, [property: JsonPropertyName("errors")] IReadOnlyDictionary<string, string[]>? Errors);

    private sealed record Request(Uri Address, string Format, FileInfo? Out);

    public static Command Create()
    {
        var list = new Argument<string>("LIST") { Description = "A list of the API, such as organisations or life-events/having-a-child/activities. The server's page /api has them all." };
        list.Validators.Add(result =>
        {
            if (!result.GetValueOrDefault<string>().All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/'))
            {
                result.AddError("LIST has letters a–z, digits, hyphens and slashes only.");
            }
        });
        var format = new Option<string>("--format") { Description = "The form of the file.", HelpName = "csv|xlsx|json", DefaultValueFactory = _ => "csv" }.AcceptOnlyFromAmong(Formats);
        var server = new Option<Uri>("--server") { Description = "The address of Samstyring.", HelpName = "URL", DefaultValueFactory = _ => new("http://localhost:5080"), CustomParser = Server };
        var file = new Option<FileInfo>("--out") { Description = "The file to write, whole or not at all. Standard output when left out.", HelpName = "FILE" };
        var filters = new Option<string[]>("--filter") { Description = "Only rows that have a value, such as level=state or q=helse. May be repeated.", HelpName = "name=value" };
        filters.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.IndexOf('=', StringComparison.Ordinal) < 1))
            {
                result.AddError($"--filter takes name=value, not «{token.Value}».");
            }
        });
        var command = new Command("export", "Writes a list from a running Samstyring as a file: every row, with the filters given.") { list, format, server, file, filters };
        command.SetAction((parsed, ct) => ExportAsync(
            new(
                Address(parsed.GetRequiredValue(server), parsed.GetRequiredValue(list), parsed.GetRequiredValue(format), parsed.GetValue(filters) ?? []),
                parsed.GetRequiredValue(format),
                parsed.GetValue(file)),
            ct));
        return command;
    }

    internal static Uri? Server(System.CommandLine.Parsing.ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        result.AddError($"«{result.Tokens[0].Value}» is no address that begins with http:// or https://.");
        return null;
    }

    private static Uri Address(Uri server, string list, string format, string[] filters)
    {
        var query = filters.Select(filter => filter.Split('=', 2)).Append(["format", format]).Select(pair => $"{Uri.EscapeDataString(pair[0])}={Uri.EscapeDataString(pair[1])}");
        return new(server, $"{server.AbsolutePath.TrimEnd('/')}/api/v1/{list.Trim('/')}?{string.Join('&', query)}");
    }

    private static async Task<int> ExportAsync(Request request, CancellationToken ct)
    {
        if (request is { Format: "xlsx", Out: null } && !Console.IsOutputRedirected)
        {
            await Console.Error.WriteLineAsync("A workbook is no text: name a file with --out, or send standard output to one.");
            return ExitCodes.Usage;
        }

        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var response = await client.GetAsync(request.Address, HttpCompletionOption.ResponseHeadersRead, ct);
        if (response.StatusCode is not HttpStatusCode.OK)
        {
            await ExplainAsync(response, ct);
            return ExitCodes.Refused;
        }

        await using var content = await response.Content.ReadAsStreamAsync(ct);
        if (request.Out is null)
        {
            await using var output = Console.OpenStandardOutput();
            await content.CopyToAsync(output, ct);
            return ExitCodes.Done;
        }

        await WriteAsync(content, request.Out.FullName, ct);
        await Console.Error.WriteLineAsync($"Wrote {request.Out.FullName}");
        return ExitCodes.Done;
    }

    /// <summary>Beside the file first, so that a broken connection never leaves half a file under its name.</summary>
    private static async Task WriteAsync(Stream content, string path, CancellationToken ct)
    {
        var partial = path + ".part";
        try
        {
            await using (var file = File.Create(partial))
            {
                await content.CopyToAsync(file, ct);
            }

            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static async Task ExplainAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var problem = await ProblemAsync(response, ct);
        await Console.Error.WriteLineAsync(problem?.Title ?? $"The server answered {(int)response.StatusCode} {response.ReasonPhrase}.");
        foreach (var (parameter, texts) in problem?.Errors ?? new Dictionary<string, string[]>(StringComparer.Ordinal))
        {
            await Console.Error.WriteLineAsync($"  {parameter}: {string.Join(' ', texts)}");
        }
    }

    private static async Task<Problem?> ProblemAsync(HttpResponseMessage response, CancellationToken ct)
    {
        try
        {
            return response.Content.Headers.ContentType?.MediaType is "application/problem+json" ? JsonSerializer.Deserialize<Problem>(await response.Content.ReadAsStringAsync(ct)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
