namespace ModelExporter.Tests.EndToEnd;

/// <summary>A fact about real logs that needs a tool of others as well.</summary>
sealed class RequiresSharedDataAndToolFactAttribute : FactAttribute
{
    public RequiresSharedDataAndToolFactAttribute(string tool)
    {
        Tool = tool;
        Skip = new SharedDataFactAttribute().Skip ?? new RequiresToolFactAttribute(tool).Skip;
    }

    public string Tool { get; }
}
