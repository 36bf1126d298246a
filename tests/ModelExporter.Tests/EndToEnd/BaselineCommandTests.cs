using System.Globalization;
using System.Text.Json;
using ModelExporter.Engine.Baselines;

namespace ModelExporter.Tests.EndToEnd;

public sealed class BaselineCommandTests : IDisposable
{
    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Baseline_ChurnExample_IsWhatTheModelIsThenHeldAgainst()
    {
        string example = Repository.PathOf("examples", "churn");
        // The part of the day before its customers changed.
        string reference = _folder.Write("reference.jsonl", File.ReadLines(Path.Combine(example, "predictions.jsonl")).Take(800));
        string labels = Path.Combine(example, "labels.jsonl");
        var made = await BuiltProgram.RunAsync("baseline", reference, labels, "--config.file", Path.Combine(example, "modelexporter.yml"), "-o", _folder["baseline.json"]);
        Assert.Equal(0, made.ExitCode);
        Assert.Contains(" labels left out: their prediction is not in these logs", Assert.Single(made.ErrorLines), StringComparison.Ordinal);
        Assert.Matches(@"\nmonthly_charges +numeric +800 +0 +[\d.]+ +[\d.]+ +\d+\n", made.Output);
        Assert.Matches(@"\nplan +categorical +800 +0 +3  basic \d+(\.\d)?%, plus \d+(\.\d)?%, pro \d+(\.\d)?%\n", made.Output);

        string config = _folder.Write("config.yml", """
            models:
              - name: churn
                task: binary
                positive_label: "yes"
                negative_label: "no"
                baseline: {file: baseline.json}
                windows: [6h]
                clock: event
            """);
        var replay = await BuiltProgram.RunAsync("replay", Path.Combine(example, "predictions.jsonl"), labels, "--config.file", config);
        var scrape = Scrape.Parse(replay.Output);
        var profile = BaselineJson.Read(await File.ReadAllBytesAsync(_folder["baseline.json"]));
        Assert.Equal(profile.Performance["accuracy"], scrape["model_baseline_accuracy_ratio{model=\"churn\",model_version=\"3\"}"]);
        Assert.Equal(800, scrape["model_baseline_rows{model=\"churn\",model_version=\"3\"}"]);
        Assert.InRange(scrape["model_feature_drift_score{model=\"churn\",model_version=\"3\",window=\"6h\",feature=\"monthly_charges\"}"]!.Value, 3, 6);
        Assert.InRange(scrape["model_feature_drift_score{model=\"churn\",model_version=\"3\",window=\"6h\",feature=\"tenure_months\"}"]!.Value, 0, 1);
    }

    [SharedDataFact]
    public async Task Baseline_RealReferenceData_GivesTheDriftOfTheOracle()
    {
        string data = SharedData.PathOf("data", "elec2");
        var made = await BuiltProgram.RunAsync(
            "baseline", Path.Combine(data, "reference.jsonl.gz"), "--model", "elec-price", "--task", "binary", "--positive-label", "UP", "-o", _folder["baseline.json"]);
        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        string config = _folder.Write("config.yml", """
            models:
              - name: elec-price
                task: binary
                positive_label: UP
                negative_label: DOWN
                baseline: {file: baseline.json}
                labels: {horizon: 60d}
                windows: [last_1000, last_100000]
                clock: event
            """);
        var replay = await BuiltProgram.RunAsync("replay", Path.Combine(data, "predictions.jsonl.gz"), Path.Combine(data, "labels.jsonl.gz"), "--config.file", config);
        var scrape = Scrape.Parse(replay.Output);
        using var golden = JsonDocument.Parse(await File.ReadAllTextAsync(Repository.PathOf("tests", "ModelExporter.Engine.Tests", "Golden", "elec2.json")));
        int compared = 0;
        foreach (var version in golden.RootElement.EnumerateObject())
            foreach (var window in version.Value.EnumerateObject())
                foreach (var feature in window.Value.GetProperty("features").EnumerateObject())
                    foreach (var figure in feature.Value.EnumerateObject().Where(f => f.Value.ValueKind == JsonValueKind.Number))
                    {
                        string series = $"{figure.Name}{{model=\"elec-price\",model_version=\"{version.Name}\",window=\"{window.Name}\",feature=\"{feature.Name}\"}}";
                        Assert.True(scrape[series] is { } actual && Math.Abs(actual - figure.Value.GetDouble()) <= Tolerance(figure), $"{series}: {scrape[series]} instead of {figure.Value}");
                        compared++;
                    }
        Assert.True(compared >= 36, string.Create(CultureInfo.InvariantCulture, $"only {compared} figures were compared"));
    }

    [Fact]
    public async Task Baseline_SameRowsAsCsvGzipAndJson_AreTheSameBytes()
    {
        string json = _folder.Write("log.jsonl", ChurnLog.Predictions(0, 300));
        string csv = _folder.Write("log.csv", CsvText.Of(ChurnLog.Predictions(0, 300)));
        string gzip = _folder.Write("log.csv.gz", TestFolder.Gzip(CsvText.Of(ChurnLog.Predictions(0, 300))));
        string labels = _folder.Write("labels.jsonl", ChurnLog.Labels(0, 300));
        string expected = (await MakeAsync(json, labels)).Output;
        Assert.StartsWith("{\"format\":\"modelexporter-baseline\",\"format_version\":2,\"hash\":\"xxh128:", expected, StringComparison.Ordinal);
        Assert.Equal(expected, (await MakeAsync(labels, json)).Output);
        Assert.Equal(expected, (await MakeAsync(csv, labels)).Output);
        Assert.Equal(expected, (await MakeAsync(gzip, labels)).Output);
    }

    [Fact]
    public async Task Baseline_TrainingDataWithItsLabelColumn_IsOfFeaturesAndLabels()
    {
        string log = _folder.Write("train.csv", Enumerable.Range(0, 90).Select(i => $"{i},{(i % 2 == 0 ? "basic" : "pro")},{i % 3}").Prepend("age,plan,churned"));
        var made = await BuiltProgram.RunAsync("baseline", log, "--model", "churn", "--task", "multiclass", "--label-column", "churned", "--categorical", "age", "-o", "-");
        var profile = BaselineJson.Read(System.Text.Encoding.UTF8.GetBytes(made.Output));
        Assert.Equal((90, 0), (profile.Rows, profile.Labels));
        Assert.Equal(["age", "plan", "label"], profile.Features.Select(f => f.Name));
        Assert.Equal(90, profile.Feature("age")!.Categories.Length);
        Assert.Contains("label    categorical", made.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Baseline_FlatJson_IsReadWhenTold()
    {
        string log = _folder.Write("train.jsonl", Enumerable.Range(0, 60).Select(i => $$"""{"age":{{i}},"label":1}"""));
        var made = await BuiltProgram.RunAsync("baseline", log, "--model", "churn", "--task", "binary", "--flat", "-o", "-");
        Assert.Equal(60, BaselineJson.Read(System.Text.Encoding.UTF8.GetBytes(made.Output)).Feature("age")!.Total);
    }

    [Fact]
    public async Task Baseline_FileIsThere_IsReplacedOnlyWhenTold()
    {
        string log = _folder.Write("log.jsonl", ChurnLog.Predictions(0, 100));
        string other = _folder.Write("other.jsonl", ChurnLog.Predictions(0, 200));
        string output = _folder["baseline.json"];
        Assert.Equal(0, (await MakeAsync(log, output: output)).ExitCode);
        Assert.Equal(0, (await MakeAsync(log, output: output)).ExitCode);
        byte[] first = await File.ReadAllBytesAsync(output);
        var refused = await MakeAsync(other, output: output);
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("--force", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(first, await File.ReadAllBytesAsync(output));
        Assert.Equal(0, (await BuiltProgram.RunAsync("baseline", other, "--model", "churn", "--task", "binary", "-o", output, "--force")).ExitCode);
        Assert.NotEqual(first, await File.ReadAllBytesAsync(output));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(output)!, "*.tmp"));
    }

    [Fact]
    public async Task Baseline_MoreRowsThanMayBe_SaysHowManyAreLeftOut()
    {
        var made = await BuiltProgram.RunAsync("baseline", _folder.Write("log.jsonl", ChurnLog.Predictions(0, 100)), "--model", "churn", "--task", "binary", "--max-rows", "60", "-o", "-");
        Assert.Contains("40 more rows left out: --max-rows is 60", made.ErrorLines);
    }

    [Fact]
    public async Task Baseline_Parquet_NamesTheWay()
    {
        var refused = await MakeAsync(_folder.Write("train.parquet", "PAR1 and so on"));
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("is Parquet, which is not read: write it as CSV or JSON Lines", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name the model", "-o", "-")]
    [InlineData("name the model", "--model", "churn", "-o", "-")]
    [InlineData("--output", "--model", "churn", "--task", "binary")]
    [InlineData("must be at least 1", "--model", "churn", "--task", "binary", "-o", "-", "--max-rows", "0")]
    public async Task Baseline_NotEnoughIsSaid_SaysWhatIsMissing(string expected, params string[] flags)
    {
        var refused = await BuiltProgram.RunAsync(["baseline", _folder.Write("log.jsonl", ChurnLog.Predictions(0, 1)), .. flags]);
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains(expected, refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Baseline_ModelIsNotInTheConfig_SaysWhichAre()
    {
        string config = _folder.Write("config.yml", ChurnLog.Config);
        var refused = await BuiltProgram.RunAsync("baseline", _folder.Write("log.jsonl", ChurnLog.Predictions(0, 1)), "--config.file", config, "--model", "fraud", "-o", "-");
        Assert.Equal(2, refused.ExitCode);
        Assert.Equal(["--model: \"fraud\" is not in the config; known: churn"], refused.ErrorLines);
    }

    [Fact]
    public async Task Diff_TwoBaselines_SaysWhatDiffers()
    {
        await MakeAsync(_folder.Write("a.jsonl", ChurnLog.Both(0, 400)), output: _folder["a.json"]);
        var changed = ChurnLog.Both(0, 400).Select(l => l.Replace("\"age\":", "\"age\":1", StringComparison.Ordinal).Replace("plan", "tariff", StringComparison.Ordinal));
        await MakeAsync(_folder.Write("b.jsonl", changed), output: _folder["b.json"]);

        var same = await BuiltProgram.RunAsync("baseline", "diff", _folder["a.json"], _folder["a.json"]);
        Assert.Equal((0, "", ""), (same.ExitCode, same.Output, same.Error));
        var different = await BuiltProgram.RunAsync("baseline", "diff", _folder["a.json"], _folder["b.json"]);
        Assert.Equal((1, ""), (different.ExitCode, different.Error));
        Assert.Contains("\nfeatures only in A: plan\nfeatures only in B: tariff\n", different.Output, StringComparison.Ordinal);
        Assert.Matches(@"\nage +400 +400 +0 +0 +[\d.]{2,} +[\d.]+ +1 ", different.Output);
        Assert.Matches(@"\naccuracy +0.9 +0.9 +0\n", different.Output);
        var missing = await BuiltProgram.RunAsync("baseline", "diff", _folder["a.json"], _folder["none.json"]);
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("none.json", Assert.Single(missing.ErrorLines), StringComparison.Ordinal);
    }

    Task<Finished> MakeAsync(string log, string? labels = null, string output = "-") =>
        BuiltProgram.RunAsync(["baseline", log, .. labels is null ? Array.Empty<string>() : [labels], "--model", "churn", "--task", "binary", "-o", output]);

    static double Tolerance(JsonProperty figure) => figure.Name switch
    {
        "model_feature_ks_statistic" => 0.005,
        "model_feature_wasserstein_distance" => Math.Max(0.01, 0.03 * figure.Value.GetDouble()),
        _ => 1e-6 * Math.Max(1, Math.Abs(figure.Value.GetDouble())),
    };
}
