using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Deploy;

public sealed class OperationsPageTests
{
    /// <summary>What the page says a config costs is what the program says.</summary>
    [Fact]
    public async Task Sizing_OfTheExample_IsWhatCheckPrints()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "operations.md"));
        using var folder = new TestFolder();
        string config = folder.Write("modelexporter.yml", Block(page, "yaml"));

        var finished = await BuiltProgram.RunAsync("check", "--config.file", config);

        Assert.Equal(0, finished.ExitCode);
        string[] shown = Block(page, "console").TrimEnd().Split('\n');
        Assert.Equal("$ modelexporter check --config.file modelexporter.yml", shown[0]);
        Assert.Equal(shown[1..], finished.Output.Replace(config, "modelexporter.yml", StringComparison.Ordinal).TrimEnd().Split('\n'));
    }

    /// <summary>The formulas for series, at other windows than those of the example.</summary>
    [Theory]
    [InlineData("binary", "[1h]", 137 + 22, 28 + 15)]
    [InlineData("binary", "[1h, last_1000]", 137 + 2 * 22, 28 + 2 * 15)]
    [InlineData("regression", "[1h, 24h, 7d]", 86 + 3 * 11, 28 + 3 * 15)]
    public async Task Sizing_OfSeries_IsWhatCheckPrints(string task, string windows, int series, int perFeature)
    {
        using var folder = new TestFolder();
        string config = folder.Write("modelexporter.yml", $"models: [{{name: m, task: {task}, windows: {windows}}}]");

        var finished = await BuiltProgram.RunAsync("check", "--config.file", config);

        Assert.Contains($"m: {series} series a version, and about {perFeature} more for each feature", finished.Output, StringComparison.Ordinal);
        string page = File.ReadAllText(Repository.PathOf("docs", "operations.md"));
        Assert.Contains("28 + 15 × windows for each feature, and 137 + 22 × windows for a binary model, 86 + 11 × windows for a regression", page, StringComparison.Ordinal);
    }

    static string Block(string page, string language)
    {
        string fence = $"```{language}\n";
        int start = page.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
