using System.Buffers;
using System.IO.Hashing;
using System.Text.Json;
using ModelExporter.Engine.Config;
using ModelExporter.Statistics.Drift;
using ModelExporter.Statistics.Histograms;

namespace ModelExporter.Engine.Baselines;

/// <summary>A baseline as a JSON document: versioned, with a hash of its content, the same bytes for the same baseline.</summary>
public static class BaselineJson
{
    public const string Format = "modelexporter-baseline";
    public const int FormatVersion = 1;

    /// <summary>Most values of one bin or category: sums of so many fit.</summary>
    const long MaxCount = 1L << 48;

    public static byte[] Write(BaselineProfile profile)
    {
        var hashed = profile with { Hash = HashOf(profile) };
        return Bytes(hashed);
    }

    /// <summary>The hash of a baseline's content.</summary>
    public static string HashOf(BaselineProfile profile) =>
        "xxh128:" + Convert.ToHexStringLower(XxHash128.Hash(Bytes(profile with { Hash = "" })));

    /// <summary>Reads a baseline.</summary>
    /// <exception cref="FormatException">It is not one; the message says what is wrong and where.</exception>
    public static BaselineProfile Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var profile = Read(document.RootElement);
            string hash = HashOf(profile);
            return profile.Hash.Length == 0 || profile.Hash == hash
                ? profile with { Hash = hash }
                : throw new FormatException($"hash: the content hashes to {hash}, not to what the file says; it was changed by hand or is damaged");
        }
        catch (JsonException e)
        {
            throw new FormatException($"not valid JSON: {e.Message}", e);
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException)
        {
            throw new FormatException($"not a baseline: {e.Message}", e);
        }
    }

    static BaselineProfile Read(JsonElement root)
    {
        if (!root.TryGetProperty("format", out var format) || format.GetString() != Format)
            throw new FormatException($"format: expected \"{Format}\"; this is some other file");
        int version = root.GetProperty("format_version").GetInt32();
        if (version != FormatVersion)
            throw new FormatException($"format_version: {version} is not {FormatVersion}; make the baseline anew with this release");
        return new BaselineProfile
        {
            Model = Text(root, "model"),
            Hash = root.TryGetProperty("hash", out var hash) ? hash.GetString() ?? "" : "",
            Rows = root.GetProperty("rows").GetInt64(),
            Labels = root.GetProperty("labels").GetInt64(),
            Classes = [.. root.GetProperty("classes").EnumerateArray().Select(c => c.GetString() ?? "")],
            Performance = root.GetProperty("performance").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetDouble()),
            Features = [.. root.GetProperty("features").EnumerateArray().Select(ReadFeature)],
        };
    }

    static FeatureBaseline ReadFeature(JsonElement feature)
    {
        string name = Text(feature, "name");
        long missing = feature.GetProperty("missing").GetInt64();
        return Text(feature, "type") switch
        {
            "numeric" => ReadNumeric(feature, name, missing),
            "categorical" => ReadCategorical(feature, name, missing),
            var other => throw new FormatException($"features[{name}].type: unknown type \"{other}\"; known: numeric, categorical"),
        };
    }

    static FeatureBaseline ReadNumeric(JsonElement feature, string name, long missing)
    {
        double[] edges = [.. feature.GetProperty("edges").EnumerateArray().Select(e => e.GetDouble())];
        long[] counts = [.. feature.GetProperty("counts").EnumerateArray().Select(c => c.GetInt64())];
        double[] endSums = [.. feature.GetProperty("end_sums").EnumerateArray().Select(s => s.GetDouble())];
        if (edges.Length is 0 or > BinEdges.MaxCount || edges.Zip(edges.Skip(1)).Any(e => !(e.First < e.Second)))
            throw new FormatException($"features[{name}].edges: expected 1 to {BinEdges.MaxCount} ascending numbers");
        if (counts.Length != edges.Length + 1 || counts.Any(c => c is < 0 or > MaxCount))
            throw new FormatException($"features[{name}].counts: expected {edges.Length + 1} counts, one more than there are edges");
        if (endSums.Length != BinnedDistribution.EndSumCount)
            throw new FormatException($"features[{name}].end_sums: expected {BinnedDistribution.EndSumCount} numbers");
        return FeatureBaseline.Numeric(
            name, missing, edges, counts, endSums, feature.GetProperty("mean").GetDouble(), feature.GetProperty("standard_deviation").GetDouble());
    }

    static FeatureBaseline ReadCategorical(JsonElement feature, string name, long missing)
    {
        var categories = feature.GetProperty("categories").EnumerateArray().Select(c => (Name: c[0].GetString() ?? "", Count: c[1].GetInt64())).ToList();
        int kept = feature.GetProperty("kept").GetInt32();
        if (categories.Count == 0 || categories.DistinctBy(c => c.Name).Count() != categories.Count || categories.Any(c => c.Count is < 0 or > MaxCount))
            throw new FormatException($"features[{name}].categories: expected distinct [name, count] pairs");
        if (kept < 1) throw new FormatException($"features[{name}].kept: expected at least 1");
        return FeatureBaseline.Categorical(
            name, missing, [.. categories.Select(c => c.Name)], [.. categories.Select(c => c.Count)], kept, feature.GetProperty("truncated").GetBoolean());
    }

    static string Text(JsonElement element, string property) =>
        element.GetProperty(property).GetString() ?? throw new FormatException($"{property}: expected a text");

    static byte[] Bytes(BaselineProfile profile)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteNumber("format_version", FormatVersion);
            if (profile.Hash.Length > 0) json.WriteString("hash", profile.Hash);
            json.WriteString("model", profile.Model);
            json.WriteNumber("rows", profile.Rows);
            json.WriteNumber("labels", profile.Labels);
            json.WriteStartArray("classes");
            foreach (string name in profile.Classes) json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteStartObject("performance");
            foreach (var (key, value) in profile.Performance.OrderBy(p => p.Key, StringComparer.Ordinal)) json.WriteNumber(key, value);
            json.WriteEndObject();
            json.WriteStartArray("features");
            foreach (var feature in profile.Features) Write(json, feature);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    static void Write(Utf8JsonWriter json, FeatureBaseline feature)
    {
        json.WriteStartObject();
        json.WriteString("name", feature.Name);
        json.WriteString("type", feature.Type == FeatureType.Numeric ? "numeric" : "categorical");
        json.WriteNumber("missing", feature.Missing);
        if (feature.Type == FeatureType.Numeric)
        {
            json.WriteNumber("mean", feature.Mean);
            json.WriteNumber("standard_deviation", feature.StandardDeviation);
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
        foreach (double number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
