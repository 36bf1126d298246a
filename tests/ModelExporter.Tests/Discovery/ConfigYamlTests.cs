using ModelExporter.Configuration;
using ModelExporter.Discovery;
using ModelExporter.Engine.Config;
using ModelExporter.Statistics.Windows;
using ModelExporter.Tests.Configuration;

namespace ModelExporter.Tests.Discovery;

public class ConfigYamlTests
{
    static readonly string[] Awkward = ["yes", "no", "1", "1.0", "~", "null", "true", "a: b", "# c", "- d", " e ", "\"f\"", "g\\h", "i\tj\nk", "{l}", "[m]", "é漢\U0001F600", "*n", "&o", "!p", "%q", "@r", "'s'", "t,u", "v #w", "\u2028x", "0x1F", "1e5", ".", "-"];

    [Fact]
    public void Yaml_EverythingDiscoveryDecides_ReadsAsTheSameConfig()
    {
        var config = new ExporterConfig
        {
            Sources =
            [
                new SourceConfig { Name = "file-1", File = new FileSourceConfig { Paths = ["/var/log/a b/*.jsonl", "/x/[y]#.jsonl"] }, Model = "yes" },
                new SourceConfig { Name = "file-2", File = new FileSourceConfig { Paths = ["/z.jsonl"] }, Flat = true },
            ],
            Models =
            [
                new ModelConfig
                {
                    Name = "yes",
                    Task = TaskKind.Binary,
                    PositiveLabel = "yes",
                    NegativeLabel = "no",
                    Features = Awkward.ToDictionary(n => n, n => n.Length % 2 == 0 ? FeatureType.Numeric : FeatureType.Categorical),
                    IgnoredFeatures = new HashSet<string>(Awkward.Select(n => n + "!")),
                    Baseline = new BaselineConfig(Span: TimeSpan.FromMinutes(90)),
                    Windows = [new WindowSpec("5m", TimeSpan.FromMinutes(5), 0), new WindowSpec("last_20", TimeSpan.Zero, 20)],
                    Clock = ClockKind.Event,
                    Labels = new LabelConfig { Horizon = TimeSpan.FromDays(60) },
                    Limits = new LimitConfig { Features = 300 },
                },
                new ModelConfig { Name = "n: 2", Task = TaskKind.Multiclass, Baseline = new BaselineConfig(First: 50), Limits = new LimitConfig { Classes = 40 } },
                new ModelConfig { Name = "3", Task = TaskKind.Regression },
            ],
        };
        Assert.Equal(ConfigJson.Of(config), ConfigJson.Of(ConfigText.Good(ConfigYaml.Of(config))));
    }

    [Fact]
    public void Yaml_PlainNames_NeedNoQuotationMarks()
    {
        var found = Discovered.Of(Discovered.Records(i => $"\"features\":{{\"age\":{i % 50}}},\"prediction\":\"{(i % 2 == 0 ? "up" : "down")}\""));
        string yaml = ConfigYaml.Of(found.Config!);
        Assert.EndsWith("""
            models:
              - name: churn
                task: binary
                positive_label: up
                negative_label: down
                features:
                  age: numeric
                baseline: {first: 1000}
                windows: [1h, 24h, last_1000]
                clock: wall

            """, yaml, StringComparison.Ordinal);
    }
}
