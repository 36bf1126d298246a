using System.IO.Compression;
using System.Text.Json;
using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Metrics;
using ModelExporter.Engine.Records;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Engine.Tests.DataSets;

/// <summary>A real prediction log with delayed labels. The data are not part of the repository: see <see cref="DataSetTheoryAttribute"/>.</summary>
sealed class DataSet
{
    /// <summary>After every time in the logs, and the wall clock of every replay.</summary>
    public const long Now = 1_700_000_000_000_000;

    static readonly string? Root = FindRoot();

    readonly string _folder;
    readonly ModelConfig _config;

    public DataSet(string name)
    {
        _folder = Path.Combine(Root!, name);
        var description = Json("dataset.json");
        bool binary = description.GetProperty("task").GetString() == "binary";
        _config = new ModelConfig
        {
            Name = description.GetProperty("model").GetString()!,
            Task = binary ? TaskKind.Binary : TaskKind.Regression,
            PositiveLabel = binary ? description.GetProperty("positive_label").ToString() : "1",
            NegativeLabel = binary ? description.GetProperty("negative_label").ToString() : null,
            Features = description.GetProperty("features").EnumerateObject()
                .ToDictionary(f => f.Name, f => f.Value.GetString() == "numeric" ? FeatureType.Numeric : FeatureType.Categorical),
            Windows = [new WindowSpec("last_1000", TimeSpan.Zero, 1_000), new WindowSpec("last_100000", TimeSpan.Zero, 100_000)],
            Clock = ClockKind.Event,
            Labels = new LabelConfig { Horizon = TimeSpan.FromDays(60) },
        };
    }

    public static bool Present => Root is not null;

    public ModelConfig Config => _config;

    public IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(_folder, file)), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line;
    }

    public JsonElement Json(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, file)));
        return document.RootElement.Clone();
    }

    /// <summary>The baseline of all reference rows, learnt as a model learns its own.</summary>
    public BaselineProfile Baseline()
    {
        var rows = Lines("reference.jsonl.gz").ToList();
        var learner = new EngineHarness(_config with { Baseline = new BaselineConfig(First: rows.Count) });
        foreach (string row in rows) learner.Apply(row, Now);
        return Assert.Single(learner.Monitor.Versions).Baseline!;
    }

    /// <summary>What the metrics say once these records were replayed.</summary>
    public Snapshot Replay(IEnumerable<string> records)
    {
        var engine = new EngineHarness(_config, Baseline());
        foreach (string record in records) engine.Apply(record, Now);
        Assert.Equal(0, engine.Router.Rejected.ToArray().Sum());
        return engine.Snapshot(Now);
    }

    /// <summary>Predictions and labels in the order in which a live system sees both.</summary>
    public IEnumerable<string> Merged()
    {
        using var labels = Lines("labels.jsonl.gz").GetEnumerator();
        bool more = labels.MoveNext();
        foreach (string prediction in Lines("predictions.jsonl.gz"))
        {
            for (; more && Time(labels.Current) < Time(prediction); more = labels.MoveNext()) yield return labels.Current;
            yield return prediction;
        }
        for (; more; more = labels.MoveNext()) yield return labels.Current;
    }

    static long Time(string record)
    {
        int from = record.IndexOf("\"ts\":\"", StringComparison.Ordinal) + 6;
        int to = record.IndexOf('"', from);
        return Timestamps.TryParse(System.Text.Encoding.UTF8.GetBytes(record[from..to]), out long time) ? time : throw new FormatException(record);
    }

    static string? FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "ModelExporter.sln"))) continue;
            string data = Path.Combine(folder.FullName, "..", "shared", "data");
            return Directory.Exists(data) ? data : null;
        }
        return null;
    }
}
