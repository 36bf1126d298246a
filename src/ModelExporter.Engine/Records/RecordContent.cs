namespace ModelExporter.Engine.Records;

/// <summary>What a record is, said by what it holds: a prediction, a label, or both.</summary>
static class RecordContent
{
    public static RejectReason Judge(ref RecordRow row, RecordKinds taken)
    {
        if (row.Label.Kind == ValueKind.Composite) return RejectReason.InvalidLabel;
        if (row.Label.Kind == ValueKind.Missing)
        {
            if (!row.IsPrediction) return RejectReason.InvalidLabel;
            row.Label = default;
        }
        if (row.IsPrediction) return Takes(taken, RecordKinds.Predictions) ? RejectReason.None : RejectReason.NotALabel;
        if (!row.IsLabel) return RejectReason.NoContent;
        if (row.Key.IsNone) return RejectReason.NoId;
        return Takes(taken, RecordKinds.Labels) ? RejectReason.None : RejectReason.NotAPrediction;
    }

    // Enum.HasFlag boxes both until the method has been optimized, and that is in the minutes of catching up.
    static bool Takes(RecordKinds taken, RecordKinds kind) => (taken & kind) != 0;
}
