using ModelExporter.Configuration;
using ModelExporter.Engine.Records;
using ModelExporter.Pipeline;

namespace ModelExporter.Tests.Configuration;

public sealed class KafkaConfigTests
{
    const string Least = "bootstrap.servers: b:9092, group.id: g";

    [Fact]
    public void Kafka_WithDefaults_ReadsAllFromTheFirstMessage()
    {
        var source = ConfigText.Good(Source("topics: [a]")).Sources[0];

        Assert.Equal(("kafka-1", RecordKinds.All, KafkaStart.Earliest), (source.Name, source.Kafka!.Records, source.Kafka.Start));
        Assert.Null(source.File);
    }

    [Fact]
    public void Names_OfFilesAndTopics_AreCountedApart()
    {
        string kafka = $"{{kafka: {{topics: [a], config: {{{Least}}}}}}}";

        var config = ConfigText.Good($"sources: [{{file: {{paths: [a]}}}}, {kafka}, {{file: {{paths: [b]}}}}, {kafka}]\n{ConfigText.Minimal}");

        Assert.Equal(["file-1", "kafka-1", "file-2", "kafka-2"], config.Sources.Select(s => s.Name));
    }

    [Theory]
    [InlineData("2026-11-23T10:00:00Z")]
    [InlineData("2026-11-23T11:30:00.000+01:30")]
    public void Start_AtATime_IsThatTime(string time)
    {
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero), ConfigText.Good(Source($"topics: [a], start: '{time}'")).Sources[0].Kafka!.Start.Time);
    }

    [Theory]
    [InlineData("topics: [a], start: 2026-11-23", "sources[0].kafka.start", "\"2026-11-23\" is not a start")]
    [InlineData("topics: [a], start: 2026-11-23T10:00:00", "sources[0].kafka.start", "is not a start")]
    [InlineData("topics: []", "sources[0].kafka.topics", "0 items")]
    [InlineData("topics: ['a b']", "sources[0].kafka.topics[0]", "is out of range")]
    [InlineData("topics: [a], dead_letter: {}", "sources[0].kafka.dead_letter", "neither topic nor file")]
    [InlineData("topics: [a], dead_letter: {topic: a, file: b}", "sources[0].kafka.dead_letter", "topic beside file")]
    [InlineData("topics: [a], records: both", "sources[0].kafka.records", "unknown kind of records")]
    public void Keys_Wrong_AreRefused(string keys, string path, string problem)
    {
        var error = Assert.Single(ConfigText.Read(Source(keys)).Errors);

        Assert.Equal(path, error.Path);
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("group.id: g", "bootstrap.servers", "required setting is missing")]
    [InlineData("bootstrap.servers: '', group.id: g", "bootstrap.servers", "it is empty")]
    [InlineData("bootstrap.servers: ' , ', group.id: g", "bootstrap.servers", "it is empty")]
    [InlineData("bootstrap.servers: b", "group.id", "required setting is missing")]
    [InlineData(Least + ", enable.auto.commit: true", "enable.auto.commit", "the exporter's own")]
    [InlineData(Least + ", auto.offset.reset: earliest", "auto.offset.reset", "the exporter's own")]
    [InlineData(Least + ", dotnet.consumer.consume.result.fields: all", "dotnet.consumer.consume.result.fields", "no setting of librdkafka")]
    [InlineData(Least + ", sasl.password: [hunter2]", "sasl.password", "a list that is no value")]
    [InlineData(Least + ", sasl.password: {file: a, env: b}", "sasl.password", "a mapping that is no value")]
    public void Settings_Wrong_AreRefused(string settings, string name, string problem)
    {
        var error = Assert.Single(ConfigText.Read(Source("topics: [a]", settings)).Errors);

        Assert.Equal($"sources[0].kafka.config.{name}", error.Path);
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Describe("f"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("security.protocol: SSSL", "security.protocol", "SSSL")]
    [InlineData("fetch.wait.max.ms: soon", "fetch.wait.max.ms", "Invalid value")]
    [InlineData("no.such.setting: 1", "no.such.setting", "No such configuration property")]
    [InlineData("sasl.password: {env: MODELEXPORTER_NO_SUCH_VARIABLE}", "sasl.password", "MODELEXPORTER_NO_SUCH_VARIABLE is not set")]
    [InlineData("ssl.key.password: {file: /no/such/file}", "ssl.key.password", "/no/such/file")]
    public void Settings_ThatTheClientRefuses_AreErrorsOfTheConfig(string setting, string name, string problem)
    {
        var errors = new List<ConfigError>();
        var read = ConfigText.Read(Source("topics: [a]", $"{Least}, {setting}"));

        Assert.Null(Plan.Make(read.Config!, read.Lines, errors));

        var error = Assert.Single(errors);
        Assert.Equal(($"sources[0].kafka.config.{name}", 3), (error.Path, error.Line));
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Source_OfNoTypeOrTwo_IsRefused()
    {
        Assert.Contains("neither file nor kafka", Assert.Single(ConfigText.Errors($"sources: [{{name: a}}]\n{ConfigText.Minimal}")), StringComparison.Ordinal);
        Assert.Contains("kafka beside file", Assert.Single(ConfigText.Errors(Source("topics: [a]", more: "file: {paths: [b]}"))), StringComparison.Ordinal);
        Assert.Contains("csv from Kafka", Assert.Single(ConfigText.Errors(Source("topics: [a]", more: "format: csv"))), StringComparison.Ordinal);
    }

    internal static string Source(string keys, string settings = Least, string more = "")
    {
        return $"sources:\n  - kafka: {{{keys},\n      config: {{{settings}}}}}\n    {more}\n{ConfigText.Minimal}";
    }
}
