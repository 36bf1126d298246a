using ModelExporter.Engine.Config;

namespace ModelExporter.Configuration;

/// <summary>A key of the config file as its reference states it.</summary>
/// <param name="Path">Where it stands; <c>[]</c> is any item of a list: <c>models[].drift.threshold</c>.</param>
/// <param name="Type">What its value is.</param>
/// <param name="Default">The value, as YAML, that a key left out has; null = there is none, and the help says what happens.</param>
/// <param name="Range">Which values are allowed; empty = all of the type.</param>
/// <param name="Help">What it does, in one sentence.</param>
public sealed record ConfigKey(string Path, string Type, string? Default, string Range, string Help)
{
    /// <summary>Whether it has to be there whenever what it stands in is.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The only task of a model that it goes with; null = every task.</summary>
    public TaskKind? OnlyFor { get; init; }
}
