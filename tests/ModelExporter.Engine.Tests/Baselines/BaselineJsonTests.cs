using System.Text;
using ModelExporter.Engine.Baselines;

namespace ModelExporter.Engine.Tests.Baselines;

public class BaselineJsonTests
{
    // As the first version wrote it.
    const string Version1 = """{"format":"modelexporter-baseline","format_version":1,"model":"churn","rows":2,"labels":2,"classes":["no","yes"],"performance":{"accuracy":0.5},"features":[{"name":"plan","type":"categorical","missing":0,"kept":1,"truncated":false,"categories":[["pro",2]]}]}""";

    [Fact]
    public void Read_WhatWasWritten_GivesItBack()
    {
        byte[] json = BaselineJson.Write(Profile());
        var read = BaselineJson.Read(json);
        Assert.Equal(json, BaselineJson.Write(read));
        Assert.Equal(new PerformanceBounds(0.25, 0.75), read.PerformanceBounds["accuracy"]);
        Assert.Equal((0.5, 0.125), (read.Performance["accuracy"], read.Performance["brier_score"]));
        Assert.False(read.PerformanceBounds.ContainsKey("brier_score"));
    }

    [Fact]
    public void Read_Version1_HasNoBounds()
    {
        var read = BaselineJson.Read(Encoding.UTF8.GetBytes(Version1));
        Assert.Equal((0.5, 0), (read.Performance["accuracy"], read.PerformanceBounds.Count));
    }

    [Fact]
    public void Read_Version1WithItsHash_IsHeldAgainstTheHashOfVersion1()
    {
        const string Hash = "xxh128:38360881b0d98d6829cc8b09ff90f296";
        string hashed = Version1.Replace("\"format_version\":1,", $"\"format_version\":1,\"hash\":\"{Hash}\",", StringComparison.Ordinal);
        Assert.Equal(2, BaselineJson.Read(Encoding.UTF8.GetBytes(hashed)).Rows);
        var damaged = Assert.Throws<FormatException>(() => BaselineJson.Read(Encoding.UTF8.GetBytes(hashed.Replace("0.5", "0.6", StringComparison.Ordinal))));
        Assert.Contains("hash", damaged.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    public void Read_UnknownVersion_IsRefused(string version)
    {
        string json = Version1.Replace("\"format_version\":1", $"\"format_version\":{version}", StringComparison.Ordinal);
        Assert.Contains("format_version", Assert.Throws<FormatException>(() => BaselineJson.Read(Encoding.UTF8.GetBytes(json))).Message, StringComparison.Ordinal);
    }

    static BaselineProfile Profile() => new()
    {
        Model = "churn",
        Rows = 2,
        Labels = 2,
        Classes = ["no", "yes"],
        Performance = new Dictionary<string, double> { ["brier_score"] = 0.125, ["accuracy"] = 0.5 },
        PerformanceBounds = new Dictionary<string, PerformanceBounds> { ["accuracy"] = new(0.25, 0.75) },
        Features = [FeatureBaseline.Categorical("plan", 0, ["pro"], [2], 1)],
    };
}
