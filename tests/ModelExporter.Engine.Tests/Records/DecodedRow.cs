using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Tests.Records;

/// <summary>A row as text, to compare it by. A place the record does not have is <c>-</c>, a text stands in quotes.</summary>
sealed record DecodedRow
{
    public required string Model { get; init; }

    public required RecordRow Row { get; init; }

    public required string Version { get; init; }

    public required string Predicted { get; init; }

    public required string Score { get; init; }

    public required string Value { get; init; }

    public required string Label { get; init; }

    /// <summary><c>age=41 plan="pro"</c>.</summary>
    public required string Features { get; init; }

    /// <summary>By name as features are, by position <c>0=0.25</c>.</summary>
    public required string Scores { get; init; }
}
