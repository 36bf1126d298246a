namespace ModelExporter.Tests.Release;

public sealed class ReleaseNotesTests
{
    [Fact]
    public async Task Notes_OfASection_AreItsText()
    {
        var notes = await Script.RunAsync("notes.sh", "Unreleased");

        Assert.Equal((0, ""), (notes.ExitCode, notes.Error));
        Assert.Contains("### Added", notes.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\n## ", "\n" + notes.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_OfAVersionThatTheChangelogDoesNotKnow_AreRefused()
    {
        var notes = await Script.RunAsync("notes.sh", "99.0.0");

        Assert.Equal((1, ""), (notes.ExitCode, notes.Output));
        Assert.Contains("CHANGELOG.md says nothing of 99.0.0", notes.Error, StringComparison.Ordinal);
    }
}
