using ModelExporter.Configuration;
using ModelExporter.Discovery;
using ModelExporter.Engine.Config;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Discovery;

public sealed class SourceRulesTests : IDisposable
{
    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Log_ScalarsAtTheTop_IsFlatAndItsLabelsStayApart()
    {
        string predictions = _folder.Write("churn.jsonl", Discovered.Records(i => $"\"age\":{i % 50},\"plan\":\"p{i % 3}\",\"prediction\":0.{i % 9}5"));
        string labels = _folder.Write("truth.jsonl", Discovered.Records(i => $"\"label\":{i % 2},\"by\":\"someone\""));
        var config = Config(Discovered.OfFiles(null, predictions, labels));

        Assert.Equal([(labels, false), (predictions, true)], config.Sources.Select(s => (Assert.Single(s.File!.Paths), s.Flat)));
        Assert.Equal(new Dictionary<string, FeatureType> { ["age"] = FeatureType.Numeric, ["plan"] = FeatureType.Categorical }, Assert.Single(config.Models).Features);
    }

    [Fact]
    public void Log_GlobOfPlainAndGzip_IsReadWhole()
    {
        _folder.Write("log-1.jsonl.gz", TestFolder.Gzip(ChurnLog.Both(0, 100)));
        _folder.Write("log-2.jsonl", ChurnLog.Both(100, 100));
        var found = Discovered.OfFiles(null, _folder["log-*"]);

        Assert.Equal(2, found.Files.Count);
        Assert.Equal([_folder["log-*"]], Assert.Single(Config(found).Sources).File!.Paths);
        Assert.Contains("log-1.jsonl.gz         100 predictions and 100 label events", found.Assumptions);
    }

    [Fact]
    public void Log_NoModel_IsNamedAfterItsFile()
    {
        string log = _folder.Write("credit-risk-2026-05-31.jsonl", Discovered.Records(_ => "\"prediction\":0.5"));
        Assert.Equal("credit-risk", Assert.Single(Config(Discovered.OfFiles(null, log)).Models).Name);
        Assert.Equal("mine", Assert.Single(Config(Discovered.OfFiles(new DiscoveryOptions { Model = "mine" }, log)).Models).Name);
    }

    [Fact]
    public void Log_SeveralModels_AreAllFound()
    {
        string log = _folder.Write("all.jsonl", Discovered.Records(i => i % 2 == 0 ? "\"model\":\"a\",\"prediction\":{\"value\":3.5}" : "\"model\":\"b\",\"prediction\":\"x\""));
        var config = Config(Discovered.OfFiles(null, log));
        Assert.Equal([("a", TaskKind.Regression), ("b", TaskKind.Binary)], config.Models.Select(m => (m.Name, m.Task)));
        Assert.Null(Assert.Single(config.Sources).Model);
    }

    [Fact]
    public void Log_SomeRecordsNameNoModel_AreOfTheModelThatTheFileIsCalled()
    {
        string log = _folder.Write("rest.jsonl", Discovered.Records(i => $"{(i % 3 > 0 ? $"\"model\":\"m{i % 3}\"," : "")}\"prediction\":0.5"));
        var config = Config(Discovered.OfFiles(null, log));
        Assert.Equal(["m1", "m2", "rest"], config.Models.Select(m => m.Name).Order());
        Assert.Equal("rest", Assert.Single(config.Sources).Model);
    }

    static ExporterConfig Config(LogDiscovery found)
    {
        Assert.Empty(found.Errors);
        return Assert.IsType<ExporterConfig>(found.Config);
    }
}
