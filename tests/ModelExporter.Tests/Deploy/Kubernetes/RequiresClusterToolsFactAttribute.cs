namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>A test that needs helm and kubectl: skipped where they are not installed, but never in CI, where it fails.</summary>
sealed class RequiresClusterToolsFactAttribute : FactAttribute
{
    public RequiresClusterToolsFactAttribute()
    {
        if (!ClusterTools.AreInstalled && Environment.GetEnvironmentVariable("CI") != "true") Skip = "tests/tools/install.sh has not been run";
    }
}
