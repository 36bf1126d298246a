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

    /// <summary>A value, as YAML, for the example config and editors; null = the default shows enough.</summary>
    public string? Example { get; init; }

    /// <summary>The only task of a model that it goes with; null = every task.</summary>
    public TaskKind? OnlyFor { get; init; }

    /// <summary>What it does, and for which task.</summary>
    public string Purpose => OnlyFor is { } task ? $"{task} only. {Help}" : Help;

    /// <summary>What its value may be and what it is when left out, such as <c>Duration: 1s to 1h. Default: 10s.</c>; empty = there is nothing to say.</summary>
    public string Allowed
    {
        get
        {
            string type = Type == "mapping" ? "" : $"{char.ToUpperInvariant(Type[0])}{Type[1..]}{(Range.Length > 0 ? $": {Range}" : "")}.";
            string omitted = IsRequired ? "Required." : Default is null ? "" : $"Default: {Default}.";
            return $"{type} {omitted}".Trim();
        }
    }
}
