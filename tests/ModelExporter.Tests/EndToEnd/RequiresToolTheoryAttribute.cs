namespace ModelExporter.Tests.EndToEnd;

/// <summary>A theory that needs a tool of others, as <see cref="RequiresToolFactAttribute"/> is a fact that does.</summary>
sealed class RequiresToolTheoryAttribute : TheoryAttribute
{
    public RequiresToolTheoryAttribute(string tool)
    {
        Tool = tool;
        Skip = new RequiresToolFactAttribute(tool).Skip;
    }

    public string Tool { get; }
}
