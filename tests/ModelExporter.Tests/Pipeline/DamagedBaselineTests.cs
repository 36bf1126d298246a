using ModelExporter.Engine.Baselines;
using ModelExporter.Pipeline;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Pipeline;

public sealed class DamagedBaselineTests : IDisposable
{
    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Load_AnyOneByteIsDamaged_IsAnErrorOfTheConfigOrTheSameBaseline(int seed)
    {
        var random = new Random(seed);
        byte[] whole = BaselineJson.Write(ChurnBaseline.Profile);
        string config = _folder.Write("config.yml", ChurnBaseline.Config(_folder["baseline.json"]));
        for (int at = 0; at < whole.Length; at++)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= (byte)(1 << random.Next(8));
            _folder.Write("baseline.json", damaged);
            var (plan, _, errors) = Exporter.Load(config);
            if (plan is null) Assert.NotEmpty(errors);
            else Assert.True(BaselineJson.Write(plan.Baselines[0]!).AsSpan().SequenceEqual(whole), $"byte {at}: {(char)whole[at]} became {(char)damaged[at]} and nobody noticed");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"format":"modelexporter-baseline","format_version":1,"model":"churn","rows":1,"labels":0,"classes":[],"performance":{},"features":[{"name":"a","type":"categorical","missing":0,"kept":1,"truncated":false,"categories":[[]]}]}""")]
    [InlineData("""{"format":"modelexporter-baseline","format_version":1,"model":"churn","rows":1,"labels":0,"classes":[],"performance":{},"features":[{"name":"a","type":"categorical","missing":0,"kept":1,"truncated":false,"categories":[["x",9223372036854775807],["y",9223372036854775807]]}]}""")]
    [InlineData("""{"format":"modelexporter-baseline","format_version":1,"model":"churn","rows":1.5,"labels":0,"classes":[],"performance":{},"features":[]}""")]
    [InlineData("""{"format":"modelexporter-baseline","format_version":1,"model":"churn","rows":1,"labels":0,"classes":{},"performance":[],"features":7}""")]
    public void Load_NoBaselineAtAll_IsAnErrorOfTheConfig(string content)
    {
        string config = _folder.Write("config.yml", ChurnBaseline.Config(_folder.Write("baseline.json", content)));
        var (plan, _, errors) = Exporter.Load(config);
        Assert.Null(plan);
        Assert.Contains("models[0].baseline.file", Assert.Single(errors), StringComparison.Ordinal);
    }
}
