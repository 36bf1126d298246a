using ModelExporter.Configuration;

namespace ModelExporter.Tests.Configuration;

public sealed class ConfigReferenceTests
{
    /// <summary>To write the page anew, run this test with <c>UPDATE_GENERATED=1</c> in the environment.</summary>
    [Fact]
    public void Markdown_CommittedPage_IsFresh()
    {
        string page = Repository.PathOf("docs", "configuration.md");
        if (Repository.IsUpdating) File.WriteAllText(page, ConfigReference.Markdown());

        Assert.Equal(ConfigReference.Markdown(), File.ReadAllText(page));
    }

    [Fact]
    public void Markdown_EveryKey_HasItsRow()
    {
        string page = ConfigReference.Markdown();

        Assert.All(ConfigKeys.All, k => Assert.Contains($"\n| `{k.Path}` | {k.Type} | ", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Markdown_SmallestExample_IsAGoodConfig()
    {
        string page = ConfigReference.Markdown();
        int start = page.IndexOf("```yaml\n", StringComparison.Ordinal) + "```yaml\n".Length;

        Assert.Equal("churn", ConfigText.Good(page[start..page.IndexOf("```", start, StringComparison.Ordinal)]).Models[0].Name);
    }
}
