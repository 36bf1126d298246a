using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ModelExporter.Tests.Configuration;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Release;

/// <summary>The workflows of GitHub, as far as they can be judged without it.</summary>
public sealed partial class WorkflowTests
{
    static readonly string Folder = Repository.PathOf(".github", "workflows");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder).Select(f => Path.GetFileName(f)).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Script_Any_IsGoodToTheShell(string file)
    {
        var scripts = Steps(file).Select(s => s["run"]?.GetValue<string>()).OfType<string>().ToList();
        Assert.NotEmpty(scripts);
        foreach (string script in scripts)
        {
            // What GitHub puts in is a word to the shell.
            var finished = await Finished.RunAsync(
                new ProcessStartInfo("bash", ["-n"]) { RedirectStandardOutput = true, RedirectStandardError = true }, Expression().Replace(script, "word"));
            Assert.Equal((0, ""), (finished.ExitCode, finished.Error));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Script_NothingOfGitHub_IsPutIntoIt(string file) =>
        Assert.All(Steps(file).Select(s => s["run"]?.GetValue<string>()).OfType<string>(), script => Assert.DoesNotMatch(Expression(), script));

    [Theory]
    [MemberData(nameof(Files))]
    public void File_NamedAnywhere_IsThere(string file)
    {
        string[] named = [.. NamedFile().Matches(File.ReadAllText(Path.Combine(Folder, file))).Select(m => m.Value).Distinct()];
        Assert.NotEmpty(named);
        Assert.All(named.Where(IsOfAPartThatIsThere), name => Assert.True(Path.Exists(Repository.PathOf(name)), name));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Action_Any_HasAVersion(string file) =>
        Assert.All(Steps(file).Select(s => s["uses"]?.GetValue<string>()).OfType<string>(), uses => Assert.Matches("^[a-z-]+/[a-z-]+@(v[0-9]+|[0-9a-f]{40})$", uses));

    /// <summary>A workflow may read; a job may write what it is for, and no other.</summary>
    [Theory]
    [InlineData("ci.yml")]
    [InlineData("release.yml", "image packages", "chart packages", "release contents")]
    public void Permissions_OfAJob_AreNoMoreThanItNeeds(string file, params string[] writes)
    {
        var workflow = Read(file);

        Assert.Equal("""{"contents":"read"}""", workflow["permissions"]!.ToJsonString());
        Assert.Equal(writes, workflow["jobs"]!.AsObject().SelectMany(job =>
            (job.Value!["permissions"]?.AsObject() ?? []).Where(p => p.Value!.GetValue<string>() == "write").Select(p => $"{job.Key} {p.Key}")));
    }

    [Fact]
    public void Ci_Test_IsWhatCiRunsAnywhere()
    {
        Assert.Single(Steps("ci.yml"), s => s["run"]?.GetValue<string>() == ".ci/run");
        // test.sh installs what it needs by Debian's names.
        Assert.Equal("debian:bookworm", Read("ci.yml")["jobs"]!["test"]!["container"]!["image"]!.GetValue<string>());
    }

    /// <summary>Images and chart are parts of their own, with tests of their own, such as <c>deploy/docker</c>; where a whole part is missing, its files are too.</summary>
    static bool IsOfAPartThatIsThere(string name) => name.Split('/') is not [var root, var part, _, ..] || Directory.Exists(Repository.PathOf(root, part));

    static JsonNode Read(string file) => JsonNode.Parse(YamlJson.Of(File.ReadAllText(Path.Combine(Folder, file))))!;

    static IEnumerable<JsonNode> Steps(string file) => Read(file)["jobs"]!.AsObject().SelectMany(job => job.Value!["steps"]!.AsArray()).Select(step => step!);

    [GeneratedRegex(@"\$\{\{.*?\}\}")]
    private static partial Regex Expression();

    [GeneratedRegex(@"(?<![\w./-])(deploy/[\w./-]+\w|docs/[\w.-]+\w|\.ci/run|global\.json|test\.sh)")]
    private static partial Regex NamedFile();
}
