using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Discovery;

public sealed class NothingFoundTests : IDisposable
{
    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("GET /index.html 200", "3 records of which the record is not valid JSON")]
    [InlineData("""{"level":"info","msg":"hello"}""", "3 records of which the record has neither a prediction nor features nor a label; the keys level, msg")]
    [InlineData("""{"id":"a","label":1}""", "3 labels")]
    [InlineData("""{"features":{"age":3}}""", "3 records with features and no prediction")]
    [InlineData("", "no records")]
    public void Log_WithoutPredictions_SaysWhatWasSeenAndWhatIsExpected(string line, string seen)
    {
        var found = Discovered.Of(Enumerable.Repeat(line, 3));
        Assert.Null(found.Config);
        string error = Assert.Single(found.Errors);
        Assert.Contains($"churn.jsonl: no prediction found. Seen: {seen}. Expected is one JSON object a line", error, StringComparison.Ordinal);
        Assert.Contains("docs/log-format.md", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Log_MissingOrAFolder_IsAnError()
    {
        var found = Discovered.OfFiles(null, _folder["nothing.jsonl"], _folder["*.jsonl"], Path.GetTempPath());
        Assert.Null(found.Config);
        Assert.Equal(3, found.Errors.Count);
        Assert.Contains("nothing.jsonl: no such file", found.Errors[0], StringComparison.Ordinal);
        Assert.Contains("not a file", found.Errors[2], StringComparison.Ordinal);
    }
}
