using System.IO.Compression;
using System.Text.Json;

namespace ModelExporter.Tests.EndToEnd;

/// <summary>JSON Lines as CSV: nested keys with a point between them, as data frames are written.</summary>
static class CsvText
{
    public static IEnumerable<string> Of(IEnumerable<string> lines)
    {
        var records = lines.Select(l => Flatten("", JsonDocument.Parse(l).RootElement).ToDictionary(f => f.Name, f => f.Value)).ToList();
        string[] columns = [.. records.SelectMany(r => r.Keys).Distinct()];
        return records.Select(r => string.Join(',', columns.Select(c => Quoted(r.GetValueOrDefault(c, ""))))).Prepend(string.Join(',', columns.Select(Quoted)));
    }

    public static IEnumerable<string> GzipLines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line;
    }

    static IEnumerable<(string Name, string Value)> Flatten(string prefix, JsonElement element) => element.EnumerateObject().SelectMany(p =>
        p.Value.ValueKind == JsonValueKind.Object ? Flatten(prefix + p.Name + ".", p.Value) : [(prefix + p.Name, p.Value.ToString())]);

    static string Quoted(string field) => field.AsSpan().ContainsAny(',', '"') ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
