using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Release;

public sealed class ReproducibleBuildTests
{
    [RequiresToolFact("git")]
    public async Task Assemblies_BuiltInTwoFolders_AreTheSame()
    {
        var finished = await Script.RunAsync("reproduce.sh");

        Assert.True(finished.ExitCode == 0, finished.Output + finished.Error);
        string[] same = [.. finished.Output.Split('\n').Where(l => l.StartsWith("same ", StringComparison.Ordinal))];
        Assert.Equal(["modelexporter", "ModelExporter.Engine", "ModelExporter.Statistics"], same.Select(l => Path.GetFileNameWithoutExtension(l.Split(' ')[^1])).Distinct());
        Assert.Equal(6, same.Length);
    }
}
