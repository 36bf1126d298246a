using System.Buffers;
using System.Text.Json;
using ModelExporter.Engine.Config;

namespace ModelExporter.Engine.Baselines;

/// <summary>Writes baselines; the same bytes for the same baseline.</summary>
static class BaselineJsonWriter
{
    /// <summary>The document, with the hash that the profile carries, if it carries one.</summary>
    public static byte[] Write(BaselineProfile profile, int version)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("format", BaselineJson.Format);
            json.WriteNumber("format_version", version);
            if (profile.Hash.Length > 0) json.WriteString("hash", profile.Hash);
            json.WriteString("model", profile.Model);
            json.WriteNumber("rows", profile.Rows);
            json.WriteNumber("labels", profile.Labels);
            json.WriteStartArray("classes");
            foreach (string name in profile.Classes) json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteStartObject("performance");
            foreach (var (key, value) in profile.Performance.OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                if (version == 1) json.WriteNumber(key, Finite(value));
                else WriteFigure(json, key, value, profile.PerformanceBounds.TryGetValue(key, out var bounds) ? bounds : null);
            }
            json.WriteEndObject();
            json.WriteStartArray("features");
            foreach (var feature in profile.Features) Write(json, feature);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    static void WriteFigure(Utf8JsonWriter json, string key, double value, PerformanceBounds? bounds)
    {
        json.WriteStartObject(key);
        json.WriteNumber("value", Finite(value));
        if (bounds is { } ends)
        {
            json.WriteNumber("lower", Finite(ends.Lower));
            json.WriteNumber("upper", Finite(ends.Upper));
        }
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, FeatureBaseline feature)
    {
        json.WriteStartObject();
        json.WriteString("name", feature.Name);
        json.WriteString("type", feature.Type == FeatureType.Numeric ? "numeric" : "categorical");
        json.WriteNumber("missing", feature.Missing);
        if (feature.Type == FeatureType.Numeric)
        {
            json.WriteNumber("mean", Finite(feature.Mean));
            json.WriteNumber("standard_deviation", Finite(feature.StandardDeviation));
            Write(json, "edges", feature.Edges);
            json.WriteStartArray("counts");
            foreach (long count in feature.Counts) json.WriteNumberValue(count);
            json.WriteEndArray();
            Write(json, "end_sums", feature.EndSums);
        }
        else
        {
            json.WriteNumber("kept", feature.Cells - 2);
            json.WriteBoolean("truncated", feature.Truncated);
            json.WriteStartArray("categories");
            for (int i = 0; i < feature.Categories.Length; i++)
            {
                json.WriteStartArray();
                json.WriteStringValue(feature.Categories[i]);
                json.WriteNumberValue(feature.CategoryCounts[i]);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, string name, double[] numbers)
    {
        json.WriteStartArray(name);
        foreach (double number in numbers) json.WriteNumberValue(Finite(number));
        json.WriteEndArray();
    }

    // JSON has no infinity; a sum of values near the end of a double's range can be one.
    static double Finite(double number) => double.IsNaN(number) ? 0 : Math.Clamp(number, double.MinValue, double.MaxValue);
}
