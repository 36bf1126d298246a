using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Rules;

/// <summary>A log in which a model is good at first and bad later, cut into what it is compared with and two stretches of the same length.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Version">The version that answers in both stretches.</param>
/// <param name="PositiveLabel">The class that its scores are of.</param>
/// <param name="NegativeLabel">The other one.</param>
/// <param name="Reference">Predictions with their label in the record.</param>
/// <param name="Healthy">Predictions of the good time, with their label beside them.</param>
/// <param name="Drifted">Predictions of the bad time.</param>
sealed record DriftingLog(
    string Model, string Version, string PositiveLabel, string NegativeLabel,
    IReadOnlyList<JsonObject> Reference, IReadOnlyList<JsonObject> Healthy, IReadOnlyList<JsonObject> Drifted)
{
    const int Rows = 3000;

    /// <summary>Electricity prices: the accuracy of version 1 falls from 0.8 to 0.63.</summary>
    public static DriftingLog OfPrices()
    {
        string[] Lines(string name) => ReadGzip(SharedData.PathOf("data", "elec2", name)).ToArray();
        var rows = Labelled(Lines("predictions.jsonl.gz"), Lines("labels.jsonl.gz"), "elec-price");
        return new DriftingLog("elec-price", "1", "UP", "DOWN", [.. Lines("reference.jsonl.gz").Select(Parse)], [.. rows.Take(Rows)], [.. rows.Skip(5 * Rows).Take(Rows)]);
    }

    /// <summary>Customers of the demo: a rival's offer on the third day changes why they leave.</summary>
    public static async Task<DriftingLog> OfCustomersAsync(TestFolder folder)
    {
        Assert.Equal(0, (await BuiltProgram.RunAsync("demo", "--log-only", folder["demo"])).ExitCode);
        string[] Lines(string name) => File.ReadAllLines(Path.Combine(folder["demo"], name));
        var rows = Labelled(Lines("predictions.jsonl"), Lines("labels.jsonl"), "churn");
        var offer = ModelExporter.Demo.Story.Start + TimeSpan.FromHours(72);
        return new DriftingLog("churn", "1", "yes", "no", [.. rows.Take(2 * Rows)], [.. rows.Skip(2 * Rows).Take(Rows)],
            [.. rows.SkipWhile(r => DateTime.Parse((string)r["ts"]!).ToUniversalTime() < offer).Take(Rows)]);
    }

    /// <summary>Makes the baseline of the reference, as <c>baseline.json</c>.</summary>
    public async Task WriteBaselineAsync(TestFolder folder)
    {
        string reference = folder.Write("reference.jsonl", Reference.Select(r => r.ToJsonString()));
        var made = await BuiltProgram.RunAsync("baseline", reference, "--model", Model, "--task", "binary", "--positive-label", PositiveLabel, "-o", folder["baseline.json"]);
        Assert.Equal(0, made.ExitCode);
    }

    /// <summary>A config of the model with that baseline and more lines.</summary>
    public string Config(params string[] more) => $$"""
        models:
          - name: {{Model}}
            task: binary
            positive_label: "{{PositiveLabel}}"
            negative_label: "{{NegativeLabel}}"
            baseline: {file: baseline.json}

        """ + string.Concat(more.Select(line => $"    {line}\n"));

    static List<JsonObject> Labelled(string[] predictions, string[] labels, string model)
    {
        var truth = labels.Select(Parse).ToDictionary(l => (string)l["id"]!, l => l["label"]!.DeepClone());
        var rows = predictions.Select(Parse).Where(p => (string)p["model"]! == model && truth.ContainsKey((string)p["id"]!)).ToList();
        foreach (var row in rows) row["label"] = truth[(string)row["id"]!];
        return rows;
    }

    static JsonObject Parse(string line) => JsonNode.Parse(line)!.AsObject();

    static IEnumerable<string> ReadGzip(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
