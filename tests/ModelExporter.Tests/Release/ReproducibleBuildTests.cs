using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Release;

public sealed class ReproducibleBuildTests
{
    [RequiresToolFact("git")]
    public async Task Assemblies_BuiltInTwoFolders_AreTheSame()
    {
        var finished = await Script.RunAsync("reproduce.sh");

        Assert.True(finished.ExitCode == 0, finished.Output + finished.Error);
        string[] compared = [.. finished.Output.Split('\n').Where(l => l.StartsWith("same ", StringComparison.Ordinal))];
        Assert.Equal(6, compared.Length);
        Assert.All(compared, line => Assert.Matches(@"^same       [0-9a-f]{64}  (modelexporter|ModelExporter\.(Engine|Statistics))\.(dll|pdb)$", line));
    }
}
