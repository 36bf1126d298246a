namespace ModelExporter.Tests.Http;

/// <summary>Tests with an exporter in their own process take turns: meters are found by name in the whole process, so two would read each other's.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunningExporterGroup
{
    public const string Name = "running exporter";
}
