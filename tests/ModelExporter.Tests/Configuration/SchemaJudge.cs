using System.Diagnostics;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Configuration;

/// <summary>Holds configs against the shipped schema with the validator of others, <c>jsonschema</c>, as an editor would.</summary>
static class SchemaJudge
{
    public const string Tool = "jsonschema";

    public static readonly string Schema = Repository.PathOf("deploy", "modelexporter.schema.json");

    /// <summary>For each config whether it keeps to the schema.</summary>
    public static async Task<bool[]> JudgeAsync(IReadOnlyList<string> configs)
    {
        using var folder = new TestFolder();
        var arguments = new List<string> { "--output", "pretty" };
        for (int i = 0; i < configs.Count; i++) arguments.AddRange(["-i", folder.Write($"{i}.json", YamlJson.Of(configs[i]))]);
        var finished = await Finished.RunAsync(new ProcessStartInfo(Tool, [.. arguments, Schema]) { RedirectStandardOutput = true, RedirectStandardError = true });

        string said = finished.Output + finished.Error;
        bool[] isGood = [.. configs.Select((_, i) => said.Contains($"===[SUCCESS]===({folder[$"{i}.json"]})===", StringComparison.Ordinal))];
        bool[] isBad = [.. configs.Select((_, i) => said.Contains($"===[ValidationError]===({folder[$"{i}.json"]})===", StringComparison.Ordinal))];
        // Exactly one verdict on each: a tool that failed has said neither.
        Assert.True(isGood.Zip(isBad).All(verdict => verdict.First != verdict.Second), said);
        return isGood;
    }
}
