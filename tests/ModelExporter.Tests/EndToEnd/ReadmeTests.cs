using System.Diagnostics;

namespace ModelExporter.Tests.EndToEnd;

public sealed class ReadmeTests
{
    const string Prompt = "$ dotnet run --project src/ModelExporter -- ";

    [Fact]
    public async Task FirstCommand_TypedAtTheRoot_ShowsWhatTheReadmeSays()
    {
        string command = File.ReadLines(Repository.PathOf("README.md")).First(line => line.StartsWith(Prompt, StringComparison.Ordinal));
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = Repository.PathOf(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Built it is already, and two builds at once would meet in the same files.
        string[] arguments = ["run", "--no-build", "--configuration", "Release", "--project", "src/ModelExporter", "--", .. command[Prompt.Length..].Split(' ')];
        // The addresses are read from the log.
        foreach (string argument in arguments.Append("--log.level=info")) start.ArgumentList.Add(argument);

        await using var exporter = await ExporterProcess.StartAsync(start);
        const string Accuracy = """model_accuracy_ratio{model="churn",model_version="1",window="6h"}""";
        // Of the very first labels any accuracy can come out; a baseline takes thousands.
        var scrape = await exporter.ScrapeUntilAsync(s => s["model_baseline_accuracy_ratio{model=\"churn\",model_version=\"1\"}"] is not null);
        Assert.InRange(scrape[Accuracy]!.Value, 0.8, 0.95);
        Assert.Contains("<title>", await exporter.Main.GetStringAsync("/status"), StringComparison.Ordinal);
    }
}
