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
        foreach (string argument in arguments) start.ArgumentList.Add(argument);

        await using var exporter = await ExporterProcess.StartAsync(start);
        var scrape = await exporter.ScrapeUntilAsync(s => s.Sum("model_labels_joined_total") == 1462);
        Assert.Equal(0.60, scrape["""model_accuracy_ratio{model="churn",model_version="3",window="6h"}"""]!.Value, 0.005);
        Assert.Equal(0.86, scrape["""model_baseline_accuracy_ratio{model="churn",model_version="3"}"""]!.Value, 0.005);
        Assert.Equal(4, scrape["""model_feature_drift_score{model="churn",model_version="3",window="6h",feature="monthly_charges"}"""]!.Value, 0.1);
    }
}
