namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>A theory that needs helm and kubectl, as <see cref="RequiresClusterToolsFactAttribute"/> is a fact that does.</summary>
sealed class RequiresClusterToolsTheoryAttribute : TheoryAttribute
{
    public RequiresClusterToolsTheoryAttribute() => Skip = new RequiresClusterToolsFactAttribute().Skip;
}
