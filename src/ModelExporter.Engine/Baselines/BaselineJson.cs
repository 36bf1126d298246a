using System.IO.Hashing;
using System.Text.Json;
using ModelExporter.Statistics.Drift;
using ModelExporter.Statistics.Histograms;

namespace ModelExporter.Engine.Baselines;

/// <summary>A baseline as a JSON document: versioned, with a hash of its content, the same bytes for the same baseline.</summary>
public static class BaselineJson
{
    public const string Format = "modelexporter-baseline";
    /// <summary>The version that is written. Version 1 had no bounds; it is read as well.</summary>
    public const int FormatVersion = 2;

    /// <summary>Most values of one bin or category: sums of so many fit.</summary>
    const long MaxCount = 1L << 48;

    public static byte[] Write(BaselineProfile profile)
    {
        var hashed = profile with { Hash = HashOf(profile) };
        return BaselineJsonWriter.Write(hashed, FormatVersion);
    }

    /// <summary>The hash of a baseline's content.</summary>
    public static string HashOf(BaselineProfile profile) => HashOf(profile, FormatVersion);

    /// <summary>Reads a baseline.</summary>
    /// <exception cref="FormatException">It is not one; the message says what is wrong and where.</exception>
    public static BaselineProfile Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var profile = Read(document.RootElement, out int version);
            string hash = HashOf(profile, version);
            return profile.Hash.Length == 0 || profile.Hash == hash
                ? profile with { Hash = HashOf(profile) }
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

    static string HashOf(BaselineProfile profile, int version) =>
        "xxh128:" + Convert.ToHexStringLower(XxHash128.Hash(BaselineJsonWriter.Write(profile with { Hash = "" }, version)));

    static BaselineProfile Read(JsonElement root, out int version)
    {
        if (!root.TryGetProperty("format", out var format) || format.GetString() != Format)
            throw new FormatException($"format: expected \"{Format}\"; this is some other file");
        version = root.GetProperty("format_version").GetInt32();
        if (version is < 1 or > FormatVersion)
            throw new FormatException($"format_version: {version} is not one of 1 to {FormatVersion}; make the baseline anew with this release");
        var performance = root.GetProperty("performance").EnumerateObject().ToList();
        return new BaselineProfile
        {
            Model = Text(root, "model"),
            Hash = root.TryGetProperty("hash", out var hash) ? hash.GetString() ?? "" : "",
            Rows = root.GetProperty("rows").GetInt64(),
            Labels = root.GetProperty("labels").GetInt64(),
            Classes = [.. root.GetProperty("classes").EnumerateArray().Select(c => c.GetString() ?? "")],
            Performance = performance.ToDictionary(p => p.Name, p => (p.Value.ValueKind == JsonValueKind.Object ? p.Value.GetProperty("value") : p.Value).GetDouble()),
            PerformanceBounds = performance.Where(p => p.Value.ValueKind == JsonValueKind.Object && p.Value.TryGetProperty("lower", out _)).ToDictionary(p => p.Name, p => ReadBounds(p.Value)),
            Features = [.. root.GetProperty("features").EnumerateArray().Select(ReadFeature)],
        };
    }

    static PerformanceBounds ReadBounds(JsonElement figure) => new(figure.GetProperty("lower").GetDouble(), figure.GetProperty("upper").GetDouble());

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
}
