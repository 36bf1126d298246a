using System.Text.Json;
using ModelExporter.Configuration;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Configuration;

public sealed class ConfigSchemaTests
{
    /// <summary>To write the schema anew, run this test with <c>UPDATE_GENERATED=1</c> in the environment.</summary>
    [Fact]
    public void Json_CommittedSchema_IsFresh()
    {
        if (Repository.IsUpdating) File.WriteAllText(SchemaJudge.Schema, ConfigSchema.Json());

        Assert.Equal(ConfigSchema.Json(), File.ReadAllText(SchemaJudge.Schema));
    }

    [Fact]
    public void Json_EveryKey_IsDescribedWhereItStands()
    {
        using var schema = JsonDocument.Parse(ConfigSchema.Json());

        Assert.All(ConfigKeys.All, key =>
        {
            var at = schema.RootElement;
            foreach (string name in key.Path.Split('.'))
            {
                at = at.GetProperty("properties").GetProperty(name.TrimEnd('[', ']'));
                if (name.EndsWith("[]", StringComparison.Ordinal)) at = at.GetProperty("items");
            }
            Assert.Equal($"{key.Purpose} {key.Allowed}".TrimEnd(), at.GetProperty("description").GetString());
        });
    }

    [RequiresToolFact(SchemaJudge.Tool)]
    public async Task Schema_GoodConfigs_TakesThem()
    {
        string[] good = [.. KnownConfigs.Good];
        Assert.InRange(good.Length, 50, int.MaxValue);
        Assert.All(good, yaml => ConfigText.Good(yaml));

        bool[] verdicts = await SchemaJudge.JudgeAsync(good);

        Assert.Equal([], good.Where((_, i) => !verdicts[i]));
    }

    /// <summary>Mutants of the example with every key: what the exporter takes the schema takes as well, however it is written.</summary>
    [RequiresToolFact(SchemaJudge.Tool)]
    public async Task Schema_MutantsThatTheExporterTakes_TakesThem()
    {
        string[] good = [.. KnownConfigs.GoodMutants.Take(400)];
        Assert.Equal(400, good.Length);

        bool[] verdicts = await SchemaJudge.JudgeAsync(good);

        Assert.Equal([], good.Where((_, i) => !verdicts[i]));
    }

    /// <summary>Each bad config is refused, or its error is one that no schema can tell; in that case the list is held to it.</summary>
    [RequiresToolFact(SchemaJudge.Tool)]
    public async Task Schema_BadConfigs_RefusesThemWhereItCanTell()
    {
        string[] bad = [.. KnownConfigs.Bad];
        Assert.InRange(bad.Length, 80, int.MaxValue);

        bool[] verdicts = await SchemaJudge.JudgeAsync(bad);

        Assert.Equal([], bad.Where((yaml, i) => verdicts[i] != KnownConfigs.IsBeyondSchemas(yaml)).Select(yaml => ConfigText.Errors(yaml)[0]));
    }
}
