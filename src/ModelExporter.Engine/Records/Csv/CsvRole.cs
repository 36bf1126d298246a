namespace ModelExporter.Engine.Records.Csv;

/// <summary>What a column is in a record.</summary>
enum CsvRole : byte
{
    /// <summary>Nothing that is read.</summary>
    None,
    Id,
    Time,
    Model,
    Version,
    Prediction,

    /// <summary>The predicted value of a regression.</summary>
    Value,
    Score,

    /// <summary>The score of one class, which the column is named after.</summary>
    ClassScore,
    Label,
    LatencyMilliseconds,
    Feature,

    /// <summary>A feature whose values are texts even where they look like numbers.</summary>
    Category,
}
