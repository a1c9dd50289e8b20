using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Samstyring.Domain.Kernel.Json;

namespace Samstyring.Cli;

/// <summary>Reports go to standard output as JSON, written as the API writes it.</summary>
internal static class CommandJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new CodeJsonConverter() },
    };

    public static void Print<T>(T report) => Console.Out.WriteLine(JsonSerializer.Serialize(report, Options));
}
