namespace ModelExporter.Engine.Tests.Scenarios;

/// <summary>An expectation of a scenario that is not met.</summary>
public sealed class ScenarioException(string message) : Exception(message);
