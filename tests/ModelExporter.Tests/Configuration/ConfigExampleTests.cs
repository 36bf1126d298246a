using System.Text.RegularExpressions;
using ModelExporter.Configuration;
using ModelExporter.Pipeline;

namespace ModelExporter.Tests.Configuration;

public sealed partial class ConfigExampleTests
{
    static readonly string Page = Repository.PathOf("deploy", "modelexporter.example.yml");

    /// <summary>To write the example anew, run this test with <c>UPDATE_GENERATED=1</c> in the environment.</summary>
    [Fact]
    public void Yaml_CommittedExample_IsFresh()
    {
        if (Repository.IsUpdating) File.WriteAllText(Page, ConfigExample.Yaml());

        Assert.Equal(ConfigExample.Yaml(), File.ReadAllText(Page));
    }

    [Fact]
    public void Example_AsItIs_IsAGoodConfigWithTheDefaults()
    {
        var result = ConfigLoader.Load(Page);

        Assert.Empty(result.Errors);
        Assert.NotNull(Plan.Make(result.Config!, result.Lines, []));
        var said = ConfigText.Good("""
            sources: [{name: app, file: {paths: [/var/log/models/*.jsonl]}}]
            checkpoint: {path: /var/lib/modelexporter}
            models: [{name: churn, task: binary}]
            """);
        Assert.Equal(ConfigJson.Of(said), ConfigJson.Of(result.Config!));
    }

    /// <summary>With nothing behind # any more every key of the table is there, and nothing is wrong but what excludes what.</summary>
    [Fact]
    public void Example_WithEveryKeySet_HasAllKeysAndOnlyThoseErrorsThatExclude()
    {
        string yaml = KeyBehindHash().Replace(File.ReadAllText(Page), m => m.Groups["margin"].Value.Replace("#", "", StringComparison.Ordinal) + m.Groups["key"].Value);

        Assert.Equal(ConfigKeys.All.Select(k => k.Path).Order(StringComparer.Ordinal), YamlPaths.Of(yaml).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["models[0].baseline.first", "models[0].baseline.span", "models[0].classes", "sources[0].columns", "sources[0].kafka", "sources[0].kafka.dead_letter"],
            ConfigText.Read(yaml).Errors.Select(e => e.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Example_EveryLine_IsShortEnoughToRead()
    {
        Assert.All(File.ReadLines(Page).Where(l => l.TrimStart(' ', '#').Contains(' ', StringComparison.Ordinal)), line => Assert.InRange(line.Length, 1, 130));
    }

    /// <summary>Of what is behind #, comments have one space before them, and keys none or the columns of their block.</summary>
    [GeneratedRegex(@"^(?<margin>[ #]*#(  )*)(?<key>[a-z_0-9]+:( .*)?)$", RegexOptions.Multiline)]
    private static partial Regex KeyBehindHash();
}
