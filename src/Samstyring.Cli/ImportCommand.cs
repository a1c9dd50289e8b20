using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;
using Samstyring.Data;
using Samstyring.Data.Import;
using Samstyring.Domain.Kernel;

namespace Samstyring.Cli;

/// <summary><c>import</c>: a file in the form of an export, straight into the database as the installation, or over the API with a token.</summary>
internal static class ImportCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private sealed record Request(string Type, FileInfo File, bool IsDryRun, string Reason);

    public static Command Create()
    {
        var type = new Argument<string>("TYPE") { Description = "What the file holds." }.AcceptOnlyFromAmong([.. ImportType.All.Select(t => t.Name)]);
        var file = new Argument<FileInfo>("FILE") { Description = "A CSV file or a workbook (XLSX) with the columns of the exported list." }.AcceptExistingOnly();
        var dryRun = new Option<bool>("--dry-run") { Description = "Only says what would change." };
        var reason = new Option<string>("--reason") { Description = "Why. It stands in the histories. That it came by a command, when left out.", HelpName = "TEXT" };
        var database = new Option<string>("--database") { Description = "An ADO.NET connection string, as for load. SAMSTYRING_DATABASE, or the SQLite file samstyring.db, when left out.", HelpName = "CONN" };
        var server = new Option<Uri>("--server") { Description = "The address of Samstyring, in place of a database.", HelpName = "URL", CustomParser = ExportCommand.Server };
        var token = new Option<string>("--token") { Description = "A token with the scope import, for --server. SAMSTYRING_TOKEN when left out.", HelpName = "TOKEN" };
        var command = new Command("import", "Imports a file: all of it, or nothing where a row has an error. Prints the report in JSON.") { type, file, dryRun, reason, database, server, token };
        command.Validators.Add(result =>
        {
            if (result.GetValue(database) is not null && result.GetValue(server) is not null)
            {
                result.AddError("Name a database or a server, not both.");
            }
        });
        command.SetAction((parsed, ct) =>
        {
            var from = parsed.GetRequiredValue(file);
            Request request = new(parsed.GetRequiredValue(type), from, parsed.GetValue(dryRun), parsed.GetValue(reason) ?? OwnReason.Import);
            return parsed.GetValue(server) is { } address
                ? SendAsync(request, address, parsed.GetValue(token) ?? Environment.GetEnvironmentVariable("SAMSTYRING_TOKEN"), ct)
                : RunAsync(request, parsed.GetValue(database) ?? DatabaseOption.Default, ct);
        });
        return command;
    }

    private static async Task<int> RunAsync(Request request, string database, CancellationToken ct)
    {
        await using var services = new ServiceCollection().AddSamstyringDatabase(database).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await using var content = request.File.OpenRead();
        using var file = await ImportFile.ReceiveAsync(request.File.Name, content, ct);
        var import = new ImportRecords(scope.ServiceProvider.GetRequiredService<SamstyringDb>(), TimeProvider.System);
        var report = await import.RunAsync(request.Type, file, new(request.IsDryRun, By: null, request.Reason), new RowsRead(), ct);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(report, Json));
        if (report.Succeeded)
        {
            return ExitCodes.Done;
        }

        await Console.Error.WriteLineAsync(report.ErrorCount == 1 ? "The file has one error. Nothing was changed." : $"The file has {report.ErrorCount} errors. Nothing was changed.");
        return ExitCodes.Refused;
    }

    private static async Task<int> SendAsync(Request request, Uri server, string? token, CancellationToken ct)
    {
        var query = $"?dryRun={(request.IsDryRun ? "true" : "false")}&fileName={Uri.EscapeDataString(request.File.Name)}&reason={Uri.EscapeDataString(request.Reason)}";
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        await using var content = request.File.OpenRead();
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri($"{server.AbsoluteUri.TrimEnd('/')}/api/v1/imports/{request.Type}{query}")) { Content = new StreamContent(content) };
        message.Content.Headers.ContentType = new(string.Equals(request.File.Extension, ".xlsx", StringComparison.OrdinalIgnoreCase) ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv");
        message.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.SendAsync(message, ct);
        var answer = await response.Content.ReadAsStringAsync(ct);
        if (answer.Length > 0)
        {
            await Console.Out.WriteLineAsync(answer);
        }

        if (response.StatusCode is HttpStatusCode.OK)
        {
            return ExitCodes.Done;
        }

        await Console.Error.WriteLineAsync(response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => "The server asks for a token: --token, or SAMSTYRING_TOKEN.",
            HttpStatusCode.UnprocessableEntity => "The file has errors. Nothing was changed.",
            var status => string.Create(CultureInfo.InvariantCulture, $"The server answered {(int)status} {response.ReasonPhrase}."),
        });
        return ExitCodes.Refused;
    }

    /// <summary>A line for every thousand rows, for people who wait.</summary>
    private sealed class RowsRead : IProgress<int>
    {
        public void Report(int value) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value} rows"));
    }
}
