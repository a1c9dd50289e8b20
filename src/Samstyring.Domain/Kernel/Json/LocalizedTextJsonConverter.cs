using System.Text.Json;
using System.Text.Json.Serialization;

namespace Samstyring.Domain.Kernel.Json;

/// <summary>A text is <c>{ "nb": …, "nn"?: …, "en"?: … }</c>, and null where it is unknown.</summary>
public sealed class LocalizedTextJsonConverter : JsonConverter<LocalizedText>
{
    public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options) ?? [];
        return new(texts.GetValueOrDefault("nb"), texts.GetValueOrDefault("nn"), texts.GetValueOrDefault("en"));
    }

    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
    {
        if (value.IsUnknown)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        foreach (var (language, text) in new[] { ("nb", value.Nb), ("nn", value.Nn), ("en", value.En) })
        {
            if (text is not null)
            {
                writer.WriteString(language, text);
            }
        }

        writer.WriteEndObject();
    }
}
