namespace ModelExporter.Tests.EndToEnd;

/// <summary>A test that needs a tool of others: skipped where it is not installed, but never in CI, where it fails.</summary>
sealed class RequiresToolFactAttribute : FactAttribute
{
    public RequiresToolFactAttribute(string tool)
    {
        Tool = tool;
        if (!IsInstalled(tool) && Environment.GetEnvironmentVariable("CI") != "true") Skip = $"{tool} is not installed";
    }

    public string Tool { get; }

    static bool IsInstalled(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));
}
