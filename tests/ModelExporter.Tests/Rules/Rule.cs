namespace ModelExporter.Tests.Rules;

/// <summary>A rule of <c>prometheus-rules</c>: it records, or it alerts.</summary>
sealed record Rule(string File, string Group, string Name, bool IsAlert, string Expression)
{
    /// <summary>How long the condition must hold; null = it need not.</summary>
    public string? For { get; init; }

    public string? KeepFiringFor { get; init; }

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();

    public string Severity => Labels["severity"];

    public string Category => Labels["category"];

    public override string ToString() => Name;
}
