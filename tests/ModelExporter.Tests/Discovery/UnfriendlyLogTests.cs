using System.Globalization;
using ModelExporter.Engine.Config;

namespace ModelExporter.Tests.Discovery;

public class UnfriendlyLogTests
{
    /// <summary>Mixed types, ids among the features, free text, nested objects, broken lines, features on one side and other keys on the other.</summary>
    static IEnumerable<string> Log => Discovered.Records(i => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        "trace":{"span":{{i}}},"host":"web-{{i % 3}}","features":{"age":{{(i % 40 == 0 ? "\"unknown\"" : i % 60)}},"session":"s-{{i * 7919:x}}","note":"called us {{i}} times today",
        "address":{"city":"x"},"tags":["a"],"plan":{{(i % 7 == 0 ? "null" : $"\"p{i % 3}\"")}}},"prediction":{"label":"{{(i % 3 == 0 ? "churner" : "loyal")}}","score":{{(i % 3 == 0 ? 0.8 : 0.1)}}}
        """).ReplaceLineEndings(""), 200).SelectMany((line, i) => i % 50 == 0 ? new[] { line, "{broken", "17" } : [line]);

    [Fact]
    public void Log_Unfriendly_IsMonitoredForWhatIsGoodInIt()
    {
        var (model, _) = Discovered.Model(Log);
        Assert.Equal((TaskKind.Binary, "churner", "loyal"), (model.Task, model.PositiveLabel, model.NegativeLabel));
        Assert.Equal(new Dictionary<string, FeatureType> { ["age"] = FeatureType.Numeric, ["plan"] = FeatureType.Categorical }, model.Features);
        Assert.Equal(["address", "note", "session", "tags"], model.IgnoredFeatures.Order());
    }

    [Theory]
    [InlineData(@"left out +session: like an id, 200 of 200 values distinct")]
    [InlineData(@"left out +note: free text")]
    [InlineData(@"left out +address, tags: objects or lists")]
    [InlineData(@"doubtful +age: numeric, but 5 of 200 values are text")]
    [InlineData(@"churn\.jsonl +200 predictions; not read, as they stand beside ""features"": host; not read, as they are objects or lists: trace; 4 rejected: the record is not valid JSON; 4 rejected: the record is not a JSON object")]
    public void Log_Unfriendly_SaysWhatIsLeftOutAndWhy(string line) => Assert.Matches(line, Discovered.Model(Log).Assumed);
}
