using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>A test that needs helm and kubectl, and maybe a tool of others: skipped where they are not installed, but never in CI, where it fails.</summary>
sealed class RequiresClusterToolsFactAttribute : FactAttribute
{
    public RequiresClusterToolsFactAttribute(string? tool = null)
    {
        Tool = tool;
        if (!ClusterTools.AreInstalled && Environment.GetEnvironmentVariable("CI") != "true") Skip = "tests/tools/install.sh has not been run";
        else if (tool is not null) Skip = new RequiresToolFactAttribute(tool).Skip;
    }

    public string? Tool { get; }
}
