namespace ModelExporter.Engine.Records;

/// <summary>A field of the native record.</summary>
enum NativeField : byte
{
    /// <summary>Not a field of the format: skipped, or a feature where the record is flat.</summary>
    Other,
    Id,
    Time,
    Model,
    Version,
    Features,
    Prediction,
    Score,
    Scores,
    Label,
    LatencyMilliseconds,

    /// <summary>Belongs to the format; nothing here reads it.</summary>
    Unread,
}

/// <summary>The names of the native record's fields, the format's own first, then the aliases that logs in the wild use.</summary>
public static class NativeFields
{
    internal static (string Name, NativeField Field)[] Names { get; } =
    [
        ("id", NativeField.Id),
        ("ts", NativeField.Time),
        ("model", NativeField.Model),
        ("version", NativeField.Version),
        ("features", NativeField.Features),
        ("prediction", NativeField.Prediction),
        ("label", NativeField.Label),
        ("latency_ms", NativeField.LatencyMilliseconds),
        ("segments", NativeField.Unread),
        ("attributions", NativeField.Unread),

        ("prediction_id", NativeField.Id),
        ("request_id", NativeField.Id),
        ("event_id", NativeField.Id),
        ("inference_id", NativeField.Id),
        ("identifier", NativeField.Id),
        ("correlationid", NativeField.Id),
        ("correlation_id", NativeField.Id),
        ("puid", NativeField.Id),
        ("timestamp", NativeField.Time),
        ("time", NativeField.Time),
        ("event_time", NativeField.Time),
        ("datetime", NativeField.Time),
        ("@timestamp", NativeField.Time),
        ("logging_time", NativeField.Time),
        ("timestamp_ms", NativeField.Time),
        ("prediction_timestamp", NativeField.Time),
        ("model_name", NativeField.Model),
        ("model_version", NativeField.Version),
        ("pred", NativeField.Prediction),
        ("y_pred", NativeField.Prediction),
        ("predicted_label", NativeField.Prediction),
        ("prediction_label", NativeField.Prediction),
        ("predicted", NativeField.Prediction),
        ("score", NativeField.Score),
        ("y_pred_proba", NativeField.Score),
        ("prediction_score", NativeField.Score),
        ("probability", NativeField.Score),
        ("proba", NativeField.Score),
        ("scores", NativeField.Scores),
        ("target", NativeField.Label),
        ("actual", NativeField.Label),
        ("actual_label", NativeField.Label),
        ("ground_truth", NativeField.Label),
        ("y_true", NativeField.Label),
        ("truth", NativeField.Label),
        ("duration_ms", NativeField.LatencyMilliseconds),
        ("execution_time_ms", NativeField.LatencyMilliseconds),
        ("response_time_ms", NativeField.LatencyMilliseconds),
    ];

    /// <summary>Whether a key at the top of a record is one of the format's.</summary>
    public static bool IsField(string name) => Names.Any(n => n.Name == name);

    /// <summary>Whether a key at the top of a record names its model.</summary>
    public static bool NamesModel(string name) => Names.Any(n => n.Name == name && n.Field == NativeField.Model);
}
