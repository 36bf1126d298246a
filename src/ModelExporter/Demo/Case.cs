namespace ModelExporter.Demo;

/// <summary>One prediction and what comes true of it.</summary>
sealed record Case
{
    /// <summary>The version that answers.</summary>
    public required string Version { get; init; }

    public required Feature[] Features { get; init; }

    /// <summary>Classification: the class that is predicted.</summary>
    public string? Label { get; init; }

    /// <summary>Binary: the probability of the positive class.</summary>
    public double? Score { get; init; }

    /// <summary>Multiclass: the probability of each class.</summary>
    public (string Class, double Probability)[] Scores { get; init; } = [];

    /// <summary>Regression: the value that is predicted.</summary>
    public double? Value { get; init; }

    /// <summary>Classification: the class that comes true.</summary>
    public string? TrueLabel { get; init; }

    /// <summary>Regression: the value that comes true.</summary>
    public double? TrueValue { get; init; }

    /// <summary>How long it takes until the truth is known; null = it never is.</summary>
    public TimeSpan? LabelDelay { get; init; }

    public required double LatencyMilliseconds { get; init; }
}
