namespace ModelExporter.Tests.Configuration;

public sealed class ConfigYamlTests
{
    [Fact]
    public void Alias_OfAMapping_IsTheSameMapping()
    {
        var models = ConfigText.Good("""
            models:
              - {name: a, task: binary, drift: &strict {min_samples: 7}}
              - {name: b, task: binary, drift: *strict}
            """).Models;

        Assert.Equal([7, 7], models.Select(m => m.Drift.MinSamples));
    }

    [Fact]
    public void MergeKey_KeysInBoth_GivesWayToTheModelsOwnWhereverItStands()
    {
        var models = ConfigText.Good("""
            models:
              - &base {name: a, task: binary, score_threshold: 0.7, clock: event}
              - name: b
                <<: *base
                clock: wall
              - {clock: wall, name: c, <<: [*base]}
            """).Models;

        Assert.Equal(["a", "b", "c"], models.Select(m => m.Name));
        Assert.Equal([0.7, 0.7, 0.7], models.Select(m => m.ScoreThreshold));
        Assert.Equal([1, 0, 0], models.Select(m => (int)m.Clock));
    }

    [Fact]
    public void Error_InAnAliasedValue_IsToldOnceWhereItIsWritten()
    {
        var error = Assert.Single(ConfigText.Read("""
            models:
              - {name: a, task: binary, drift: &wrong {min_samples: 0}}
              - {name: b, task: binary, drift: *wrong}
            """).Errors);

        Assert.Equal(("models[0].drift.min_samples", 2), (error.Path, error.Line));
    }

    [Fact]
    public void Alias_OfWhatHoldsIt_IsRefused()
    {
        Assert.Contains(ConfigText.Errors("models: &all [*all]"), e => e.Contains("alias *all has no anchor", StringComparison.Ordinal));
    }

    [Fact]
    public void Nesting_DeeperThanAnyConfig_IsRefusedBeforeTheStackEnds()
    {
        Assert.Contains("nested deeper than 32", Assert.Single(ConfigText.Errors("models: " + new string('[', 100_000))), StringComparison.Ordinal);
    }

    [Fact]
    public void Aliases_ThatMultiply_AreRefusedBeforeTheMemoryEnds()
    {
        var lines = Enumerable.Range(1, 12).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]");

        Assert.Contains("more than 1000000 values", Assert.Single(ConfigText.Errors($"a0: &a0 x\n{string.Join('\n', lines)}")), StringComparison.Ordinal);
    }
}
