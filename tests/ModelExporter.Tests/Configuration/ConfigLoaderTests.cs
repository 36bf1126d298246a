using ModelExporter.Configuration;
using ModelExporter.Engine.Config;

namespace ModelExporter.Tests.Configuration;

public sealed class ConfigLoaderTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("config-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_EveryKey_BindsSources()
    {
        var sources = ConfigText.Good(ConfigText.EveryKey).Sources;

        Assert.Equal(["app", "file-2", "kafka-1", "kafka-2"], sources.Select(s => s.Name));
        Assert.Equal(["/etc/modelexporter/logs/predictions*.jsonl", "/var/log/model.jsonl"], sources[0].File!.Paths);
        Assert.Equal(FileStart.End, sources[0].File!.Start);
        Assert.Equal(TimeSpan.FromSeconds(5), sources[0].File!.PollInterval);
        Assert.Equal(65_536, sources[0].File!.MaxLineBytes);
        Assert.Equal("churn", sources[0].Model);
        Assert.True(sources[0].Flat);
        Assert.Null(sources[1].Model);
        Assert.False(sources[1].Flat);
        Assert.Equal((RecordFormat.Json, RecordFormat.Csv), (sources[0].Format, sources[1].Format));
        Assert.Equal(("a", "h"), (sources[1].Columns.Roles["id"], sources[1].Columns.Roles["latency_ms"]));
        Assert.Equal(["i", "j"], sources[1].Columns.Features);
    }

    [Fact]
    public void Read_EveryKey_BindsModels()
    {
        var config = ConfigText.Good(ConfigText.EveryKey);
        var (churn, species, price) = (config.Models[0], config.Models[1], config.Models[2]);

        Assert.Equal(1024 * 1024, config.Http.MaxBodyBytes);
        Assert.Equal(("churn", TaskKind.Binary, "yes", "no", 0.7), (churn.Name, churn.Task, churn.PositiveLabel, churn.NegativeLabel, churn.ScoreThreshold));
        Assert.Equal(new Dictionary<string, FeatureType> { ["age"] = FeatureType.Numeric, ["plan"] = FeatureType.Categorical }, churn.Features);
        Assert.Equal(new BaselineConfig("/etc/modelexporter/baseline.json"), churn.Baseline);
        Assert.Equal(["5m", "last_20"], churn.Windows.Select(w => w.Name));
        Assert.Equal(ClockKind.Event, churn.Clock);
        Assert.Equal(new LabelConfig { Horizon = TimeSpan.FromHours(1), MaxPending = 5000 }, churn.Labels);
        Assert.Equal(WindowBy.Prediction, churn.Performance.WindowBy);
        Assert.Equal(new Dictionary<string, double> { ["accuracy"] = 0.8, ["log_loss"] = 0.4 }, churn.Performance.Thresholds);
        Assert.Equal(("ks", 0.2, 10), (churn.Drift.Statistic.Key, churn.Drift.Threshold, churn.Drift.MinSamples));
        Assert.Equal(new LimitConfig { Features = 20, Categories = 6, Classes = 5, Versions = 4 }, churn.Limits);
        Assert.Equal((TaskKind.Multiclass, 500), (species.Task, species.Baseline.First));
        Assert.Equal(["a", "b", "c"], species.Classes);
        Assert.Equal(TaskKind.Regression, price.Task);
    }

    [Fact]
    public void Read_MinimalFile_GivesTheEnginesDefaults()
    {
        var config = ConfigText.Good(ConfigText.Minimal);

        var model = Assert.Single(config.Models);
        var expected = new ModelConfig { Name = "churn", Task = TaskKind.Binary };
        Assert.Equal(expected with { Features = model.Features, IgnoredFeatures = model.IgnoredFeatures, Performance = model.Performance }, model);
        Assert.Empty(model.Features);
        Assert.Empty(model.IgnoredFeatures);
        Assert.Empty(model.Performance.Thresholds);
        Assert.Empty(config.Sources);
        Assert.Equal(new HttpConfig(), config.Http);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("\"1\"", "1")]
    [InlineData("yes")]
    [InlineData("1.0")]
    [InlineData("null")]
    [InlineData("'a: b'", "a: b")]
    public void Read_Text_IsTakenAsWritten(string yaml, string? text = null)
    {
        Assert.Equal(text ?? yaml, ConfigText.Good(ConfigText.Model($"positive_label: {yaml}")).Models[0].PositiveLabel);
    }

    [Theory]
    [InlineData("30m", 1800)]
    [InlineData("90s", 90)]
    [InlineData("12h", 43_200)]
    [InlineData("400d", 34_560_000)]
    public void Read_Duration_IsInItsUnit(string yaml, int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), ConfigText.Good(ConfigText.Model($"labels: {{horizon: {yaml}}}")).Models[0].Labels.Horizon);
    }

    [Theory]
    [InlineData("2048", 2048)]
    [InlineData("3KiB", 3072)]
    [InlineData("256MiB", 268_435_456)]
    public void Read_Size_IsInBytes(string yaml, int bytes)
    {
        Assert.Equal(bytes, ConfigText.Good($"{ConfigText.Minimal}\nhttp: {{max_body_bytes: {yaml}}}").Http.MaxBodyBytes);
    }

    [Fact]
    public void Read_SectionsWithNothingInThem_AreAsIfTheyWereNotThere()
    {
        var config = ConfigText.Good($"sources:\nhttp: ~\ndefaults:\n{ConfigText.Model("drift:\n    limits: null")}");

        Assert.Empty(config.Sources);
        Assert.Equal(new DriftConfig(), config.Models[0].Drift);
        Assert.Equal(new LimitConfig(), config.Models[0].Limits);
    }

    [Fact]
    public void Load_File_TakesPathsFromItsFolder()
    {
        string file = Path.Combine(_folder, "config.yml");
        File.WriteAllText(file, $"{ConfigText.Model("baseline: {file: ../b.json}")}\nsources: [{{file: {{paths: ['*.jsonl']}}}}]");

        var config = ConfigLoader.Load(file).Config;

        Assert.Equal(Path.GetFullPath(Path.Combine(_folder, "../b.json")), config!.Models[0].Baseline.File);
        Assert.Equal(Path.Combine(_folder, "*.jsonl"), config.Sources[0].File!.Paths[0]);
    }

    [Fact]
    public void Load_FileWithByteOrderMark_IsRead()
    {
        string file = Path.Combine(_folder, "config.yml");
        File.WriteAllText(file, ConfigText.Minimal, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.NotNull(ConfigLoader.Load(file).Config);
    }

    [Theory]
    [InlineData("missing.yml")]
    [InlineData("no/such/folder/config.yml")]
    [InlineData("")]
    public void Load_PathWithoutFile_IsOneErrorOfTheFile(string name)
    {
        var result = ConfigLoader.Load(Path.Combine(_folder, name));

        var error = Assert.Single(result.Errors);
        Assert.Equal(("", 0), (error.Path, error.Line));
        Assert.StartsWith("config.yml: cannot be read: ", error.Describe("config.yml"), StringComparison.Ordinal);
        Assert.Null(result.Config);
        Assert.Empty(result.Hash);
    }

    [Fact]
    public void Read_BytesThatAreNotUtf8_AreOneError()
    {
        var result = ConfigLoader.Read([0x6D, 0xFF, 0xFE], ConfigText.Folder);

        Assert.Equal("config.yml: not UTF-8 text; save it as UTF-8", Assert.Single(result.Errors).Describe("config.yml"));
    }

    [Fact]
    public void Read_AnyContent_HasTheHashOfItsBytes()
    {
        Assert.Equal(ConfigHash.Of("models: ["u8), ConfigText.Read("models: [").Hash);
        Assert.Equal(ConfigHash.Of(System.Text.Encoding.UTF8.GetBytes(ConfigText.Minimal)), ConfigText.Read(ConfigText.Minimal).Hash);
    }
}
