using ModelExporter.Configuration;
using ModelExporter.Engine.Config;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Discovery;

public sealed class CsvLogTests : IDisposable
{
    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Log_Csv_IsDiscoveredByItsColumns()
    {
        string log = _folder.Write("risk.csv", Csv("id,timestamp,age,plan,prediction,score", i => $"{i % 50},p{i % 3},{i % 2},0.{i % 9}5"));
        string labels = _folder.Write("truth.csv", Csv("id,timestamp,label", i => $"{i % 2}"));
        var found = Discovered.OfFiles(null, log, labels);
        Assert.Empty(found.Errors);
        var model = Assert.Single(found.Config!.Models);
        Assert.Equal(("risk", TaskKind.Binary, "1"), (model.Name, model.Task, model.PositiveLabel));
        Assert.Equal(new Dictionary<string, FeatureType> { ["age"] = FeatureType.Numeric, ["plan"] = FeatureType.Categorical }, model.Features);
        Assert.Equal(RecordFormat.Csv, Assert.Single(found.Config.Sources).Format);
    }

    [Fact]
    public void Log_CsvWithAColumnOfModels_HasThemAll()
    {
        string log = _folder.Write("all.csv", Csv("id,timestamp,model,x,prediction", i => $"{(i % 2 == 0 ? "a" : "\"b, c\"")},{i},{i}.5"));
        Assert.Equal(["a", "b, c"], Discovered.OfFiles(null, log).Config!.Models.Select(m => m.Name));
    }

    [Fact]
    public void Log_CsvBesideJson_IsASourceOfItsOwn()
    {
        string csv = _folder.Write("truth.csv", Csv("id,timestamp,label", i => $"{i % 2}"));
        string json = _folder.Write("churn.jsonl", Discovered.Records(i => $"\"features\":{{\"age\":{i % 50}}},\"prediction\":{{\"score\":0.{i % 9}5}}"));
        Assert.Equal([(json, RecordFormat.Json), (csv, RecordFormat.Csv)], Discovered.OfFiles(null, csv, json).Config!.Sources.Select(s => (Assert.Single(s.File!.Paths), s.Format)));
    }

    static IEnumerable<string> Csv(string header, Func<int, string> fields) => Enumerable.Range(0, 100)
        .Select(i => $"{i},{Discovered.At(Discovered.Now.AddSeconds(i - 99))},{fields(i)}").Prepend(header);
}
