using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace ModelExporter.Tests.EndToEnd;

public sealed partial class CommandTests : IDisposable
{
    const int Usage = 2;

    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Version_Asked_IsPrinted()
    {
        var finished = await BuiltProgram.RunAsync("--version");
        Assert.Equal(0, finished.ExitCode);
        Assert.Matches(@"^modelexporter, version \d+\.\d+\.\d+.* \(revision: .+\)\n  runtime: .+\n  platform: .+\n$", finished.Output);
    }

    [Fact]
    public async Task UnknownCommand_Fails()
    {
        var finished = await BuiltProgram.RunAsync("explode");
        Assert.NotEqual(0, finished.ExitCode);
        Assert.Contains("explode", finished.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoCommand_ShowsWhatThereIsAndFails()
    {
        var finished = await BuiltProgram.RunAsync();
        Assert.Equal(Usage, finished.ExitCode);
        foreach (string command in new[] { "run", "demo", "replay", "check", "metrics" }) Assert.Contains($"  {command} ", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SelfTest_Passes()
    {
        var finished = await BuiltProgram.RunAsync("--selftest");
        Assert.Equal((0, ""), (finished.ExitCode, finished.Error));
    }

    [Fact]
    public async Task Metrics_AsMarkdown_AreTheCommittedPage()
    {
        var finished = await BuiltProgram.RunAsync("metrics", "--format", "markdown");
        Assert.Equal(0, finished.ExitCode);
        Assert.Equal(await File.ReadAllTextAsync(Repository.PathOf("docs", "metrics.md")), finished.Output);
    }

    [Fact]
    public async Task Check_TwelveErrors_TellsThemAllAtOnce()
    {
        string config = _folder.Write("bad.yml", """
            sources:
              - file: {paths: [], poll_interval: 1y}
                model: chrun
            http: {max_body_bytes: 3}
            models:
              - name: churn
                task: binnary
                windows: [1h, last_7]
                clock: sundial
                drift: {statistic: psy, min_samples: -1}
                labels: {horizon: soon}
                performance: {thresholds: {acuracy: 0.9}}
                colour: red
            """);
        var finished = await BuiltProgram.RunAsync("check", "--config.file", config);
        Assert.Equal((Usage, ""), (finished.ExitCode, finished.Output));
        Assert.Equal(12, finished.ErrorLines.Length);
        Assert.All(finished.ErrorLines, l => Assert.Matches(@"^.*bad\.yml:\d+: [a-z_\[\]0-9.]+: .+; .+$", l));
    }

    [Fact]
    public async Task Check_GoodConfig_SaysWhatItWillCost()
    {
        var finished = await BuiltProgram.RunAsync("check", "--config.file", _folder.Write("good.yml", ChurnLog.Following("/var/log/churn.jsonl")));
        Assert.Equal((0, ""), (finished.ExitCode, finished.Error));
        Assert.Contains("1 model(s), 1 source(s)", finished.Output, StringComparison.Ordinal);
        Assert.Matches(@"churn: \d+ series a version, and about \d+ more for each feature.*; [\d.]+ [KM]iB of state a version.*, [\d.]+ MiB when the join is full", finished.Output);
    }

    [Fact]
    public async Task Check_ModelWithABaseline_EstimatesItsSeriesToATenth()
    {
        string baseline = ChurnBaseline.Write(_folder);
        string config = _folder.Write("config.yml", ChurnBaseline.Config(baseline));
        string log = _folder.Write("log.jsonl", ChurnLog.Both(0, 1000));
        var check = await BuiltProgram.RunAsync("check", "--config.file", config);
        var replay = await BuiltProgram.RunAsync("replay", log, "--config.file", config);

        int estimate = int.Parse(SeriesIn().Match(check.Output).Groups[1].Value, CultureInfo.InvariantCulture);
        int exposed = Scrape.Parse(replay.Output).Values.Count;
        Assert.InRange(estimate, exposed, exposed * 1.1);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("run")]
    [InlineData("replay")]
    public async Task Command_ConfigIsMissing_SaysSo(string command)
    {
        var finished = await BuiltProgram.RunAsync([command, .. command == "replay" ? ["x.jsonl"] : Array.Empty<string>(), "--config.file", _folder["nothing.yml"]]);
        Assert.Equal(Usage, finished.ExitCode);
        Assert.Contains("nothing.yml: cannot be read", Assert.Single(finished.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("run")]
    public async Task Command_BaselineOfAnotherModel_IsRefused(string command)
    {
        string baseline = ChurnBaseline.Write(_folder);
        string config = _folder.Write("config.yml", ChurnBaseline.Config(baseline).Replace("name: churn", "name: fraud", StringComparison.Ordinal));
        var finished = await BuiltProgram.RunAsync(command, "--config.file", config);
        Assert.Equal(Usage, finished.ExitCode);
        Assert.Contains("was made for model \"churn\", not for \"fraud\"", Assert.Single(finished.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_DamagedBaseline_IsRefused()
    {
        byte[] bytes = await File.ReadAllBytesAsync(ChurnBaseline.Write(_folder));
        int digit = Array.FindLastIndex(bytes, b => b is >= (byte)'1' and <= (byte)'8');
        bytes[digit]++;
        string config = _folder.Write("config.yml", ChurnBaseline.Config(_folder.Write("damaged.json", bytes)));
        var finished = await BuiltProgram.RunAsync("run", "--config.file", config);
        Assert.Equal(Usage, finished.ExitCode);
        Assert.Contains("models[0].baseline.file", Assert.Single(finished.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_PortIsTaken_SaysSoInOneLine()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        string address = other.LocalEndpoint.ToString()!;
        var finished = await BuiltProgram.RunAsync(
            "run", "--config.file", _folder.Write("config.yml", ChurnLog.Config), "--web.listen-address", address, "--web.telemetry-address=127.0.0.1:0", "--log.level=warn");
        Assert.Equal(Usage, finished.ExitCode);
        string line = Assert.Single(finished.ErrorLines);
        Assert.Contains("Cannot listen", line, StringComparison.Ordinal);
        Assert.Contains(address, line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--web.listen-address=example.org", "is no address")]
    [InlineData("--web.telemetry-path=metrics", "must begin with /")]
    [InlineData("--log.level=loud", "loud")]
    public async Task Run_BadFlag_IsRefused(string flag, string expected)
    {
        var finished = await BuiltProgram.RunAsync("run", "--config.file", _folder.Write("config.yml", ChurnLog.Config), flag);
        Assert.NotEqual(0, finished.ExitCode);
        Assert.Contains(expected, finished.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_PrintSchema_PrintsTheOneThatIsShipped()
    {
        var finished = await BuiltProgram.RunAsync("check", "--print-schema");

        Assert.Equal((0, ""), (finished.ExitCode, finished.Error));
        Assert.Equal(File.ReadAllText(Repository.PathOf("deploy", "modelexporter.schema.json")), finished.Output);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "--print-schema", "--config.file", "config.yml")]
    public async Task Check_NeitherConfigNorSchemaOrBoth_IsRefused(params string[] arguments)
    {
        var finished = await BuiltProgram.RunAsync(arguments);

        Assert.NotEqual(0, finished.ExitCode);
        Assert.Contains("give either --config.file, --web.config.file or both, or --print-schema", finished.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"churn: (\d+) series")]
    private static partial Regex SeriesIn();
}
