using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Samstyring.Domain.Kernel.Json;

namespace Samstyring.Web.Features.Gates;

/// <summary>The form in which a decision keeps what it was taken on. Never changed: what is stored must be readable for ever.</summary>
internal static class KeptJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new CodeJsonConverter(), new LocalizedTextJsonConverter() },
    };
}
