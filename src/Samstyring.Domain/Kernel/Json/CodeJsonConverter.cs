using System.Text.Json;
using System.Text.Json.Serialization;

namespace Samstyring.Domain.Kernel.Json;

/// <summary>Enum values are written as their codes, the same as in files and filters.</summary>
public sealed class CodeJsonConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Codes.TryParse<T>(reader.GetString() ?? "", out var value) ? value : throw new JsonException($"Allowed: {string.Join(", ", Codes.All<T>())}");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Codes.Of(value));
    }
}
