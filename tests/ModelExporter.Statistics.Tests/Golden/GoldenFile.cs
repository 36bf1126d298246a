using System.Text.Json;

namespace ModelExporter.Statistics.Tests.Golden;

/// <summary>A list of named cases with the answers of an independent oracle, written by <c>make_golden.py</c>.</summary>
static class GoldenFile
{
    public static TheoryData<string> Names(string file)
    {
        var names = new TheoryData<string>();
        foreach (var golden in Read(file))
            names.Add(golden.GetProperty("name").GetString()!);
        return names;
    }

    public static JsonElement Case(string file, string name) =>
        Read(file).Single(golden => golden.GetProperty("name").GetString() == name);

    /// <summary>A number, or NaN where the file says null: the result is not defined.</summary>
    public static double Number(this JsonElement golden, string property) => Number(golden.GetProperty(property));

    public static double[] Numbers(this JsonElement golden, string property) =>
        [.. golden.GetProperty(property).EnumerateArray().Select(Number)];

    public static long Count(this JsonElement golden, string property) => golden.GetProperty(property).GetInt64();

    public static long[] Counts(this JsonElement golden, string property) =>
        [.. golden.GetProperty(property).EnumerateArray().Select(count => count.GetInt64())];

    public static double Optional(this JsonElement golden, string property, double otherwise) =>
        golden.TryGetProperty(property, out var value) ? value.GetDouble() : otherwise;

    static double Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble();

    static JsonElement[] Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", file + ".json")));
        return [.. document.RootElement.EnumerateArray().Select(golden => golden.Clone())];
    }
}
