using System.Text.Json;
using System.Text.Json.Serialization;
using ModelExporter.Configuration;
using ModelExporter.Statistics.Drift;

namespace ModelExporter.Tests.Configuration;

/// <summary>All of a config as text, by which two are compared: its lists and mappings have no equality of their own.</summary>
static class ConfigJson
{
    static readonly JsonSerializerOptions Rendering = new() { Converters = { new StatisticByKey() } };

    public static string Of(ExporterConfig config) => JsonSerializer.Serialize(config, Rendering);

    sealed class StatisticByKey : JsonConverter<DriftStatistic>
    {
        public override DriftStatistic Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, DriftStatistic value, JsonSerializerOptions options) => writer.WriteStringValue(value.Key);
    }
}
