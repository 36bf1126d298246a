namespace ModelExporter.Engine.Records.Csv;

/// <summary>Which columns of a CSV log are what, where their names do not say it. Immutable.</summary>
public sealed record ColumnNames
{
    /// <summary>What each role's column is called, by the name of the native field.</summary>
    public IReadOnlyDictionary<string, string> Roles { get; init; } = new Dictionary<string, string>();

    /// <summary>The columns that are features; null = every one that is nothing else.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>The roles that can be given, by the names of the native fields.</summary>
    public static IReadOnlyList<string> AllRoles { get; } = ["id", "ts", "model", "version", "prediction", "score", "label", "latency_ms"];
}
