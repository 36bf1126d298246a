using ModelExporter.Configuration;
using ModelExporter.Engine.Config;

namespace ModelExporter.Tests.Configuration;

public sealed class ConfigKeysTests
{
    public static TheoryData<string> WithDefault => [.. ConfigKeys.All.Where(k => k.Default is not null).Select(k => k.Path)];

    [Fact]
    public void All_Paths_AreUnique()
    {
        Assert.Equal(ConfigKeys.All.Count, ConfigKeys.All.Select(k => k.Path).Distinct().Count());
    }

    [Fact]
    public void All_Help_IsASentence()
    {
        Assert.All(ConfigKeys.All, k => Assert.Matches(@"^[A-Z][^|\n]*\.$", k.Help));
    }

    /// <summary>The example has every key of the table and no other one, and it is a good config: so the binder takes every key.</summary>
    [Fact]
    public void All_Paths_AreThoseOfTheExampleWithEveryKey()
    {
        ConfigText.Good(ConfigText.EveryKey);

        Assert.Equal(ConfigKeys.All.Select(k => k.Path).Order(StringComparer.Ordinal), YamlPaths.Of(ConfigText.EveryKey).Order(StringComparer.Ordinal));
    }

    /// <summary>The example config and editors need one or the other.</summary>
    [Fact]
    public void All_ThatHoldNoOtherKeys_HaveADefaultOrAnExample()
    {
        Assert.All(ConfigKeys.All.Where(k => !k.Type.EndsWith("mapping", StringComparison.Ordinal) && !k.Type.EndsWith("mappings", StringComparison.Ordinal)), k => Assert.True((k.Example ?? k.Default) is not null, k.Path));
    }

    [Theory, MemberData(nameof(WithDefault))]
    public void Default_Stated_IsWhatLeavingTheKeyOutGives(string path)
    {
        var key = ConfigKeys.All.Single(k => k.Path == path);

        var (stated, unsaid) = (With(key, $"{LastOf(path)}: {key.Default}"), With(key, ""));

        Assert.Equal(ConfigJson.Of(unsaid), ConfigJson.Of(stated));
    }

    /// <summary>Keeps the test above honest: a key that nobody reads would pass it.</summary>
    [Theory, MemberData(nameof(WithDefault))]
    public void Value_OtherThanTheDefault_ChangesTheConfig(string path)
    {
        var key = ConfigKeys.All.Single(k => k.Path == path);

        var (other, unsaid) = (With(key, $"{LastOf(path)}: {OtherThanDefault(key)}"), With(key, ""));

        Assert.NotEqual(ConfigJson.Of(unsaid), ConfigJson.Of(other));
    }

    const string Kafka = "topics: [a], config: {bootstrap.servers: b, group.id: c}";

    static string LastOf(string path) => path.Split('.')[^1];

    /// <summary>A config that has what the key stands in, and in it one entry more.</summary>
    static ExporterConfig With(ConfigKey key, string entry)
    {
        string task = (key.OnlyFor ?? TaskKind.Binary).ToString().ToLowerInvariant();
        string section = string.Join('.', key.Path.Split('.')[..^1]);
        string model = $"models: [{{name: m, task: {task}";
        return ConfigText.Good(section switch
        {
            "" => $"{entry}\n{model}}}]",
            "http" or "checkpoint" => $"{section}: {{{entry}}}\n{model}}}]",
            "sources[]" => $"sources: [{{file: {{paths: [a]}}, {entry}}}]\n{model}}}]",
            "sources[].file" => $"sources: [{{file: {{paths: [a], {entry}}}}}]\n{model}}}]",
            "sources[].kafka" => $"sources: [{{kafka: {{{Kafka}, {entry}}}}}]\n{model}}}]",
            "sources[].kafka.dead_letter" => $"sources: [{{kafka: {{{Kafka}, dead_letter: {{file: f, {entry}}}}}}}]\n{model}}}]",
            "models[]" => $"{model}, {entry}}}]",
            _ => $"{model}, {LastOf(section)}: {{{entry}}}}}]",
        });
    }

    static string OtherThanDefault(ConfigKey key) => key.Path switch
    {
        "sources" => "[{file: {paths: [a]}}]",
        "defaults" => "{clock: event}",
        "models[].labels.max_pending" => "1234",
        "models[].score_threshold" or "models[].alerts.drifted_features_ratio" or "models[].alerts.fault_ratio" => "0.25",
        "models[].ignored_features" => "[customer]",
        "models[].features" => "{age: numeric}",
        "models[].performance.thresholds" => "{accuracy: 0.5}",
        _ => key.Type switch
        {
            "start" => "latest",
            "choice" => key.Range.Split(", ").First(word => word != key.Default),
            "boolean" => "true",
            "whole number" => "55",
            "duration" => "30m",
            "size" => "2KiB",
            "text" => "other",
            "list of windows" => "[5m]",
            _ => throw new InvalidOperationException($"No other value of {key}."),
        },
    };
}
