using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring.Join;
using ModelExporter.Engine.Monitoring.Outcomes;
using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Monitoring;

/// <summary>Writes predictions and their truth into pending entries and reads outcomes from them, as the task of the model asks.</summary>
sealed class PendingCodec(TaskKind task, ClassMap classes)
{
    readonly bool _isRegression = task == TaskKind.Regression;

    public static PendingEntry Encode(in Prediction prediction, int version, uint seconds)
    {
        var entry = new PendingEntry { Time = seconds, State = PendingState.Predicted, Version = version };
        if (prediction.Class >= 0)
        {
            entry.PredictedClass = (ushort)prediction.Class;
            entry.Score = (float)prediction.Score;
        }
        else entry.Score = (float)prediction.Value;
        return entry;
    }

    /// <summary>Reads the label of a row. False = it is none for this task, and the entry is as it was.</summary>
    public bool TryReadTruth(RecordBatch batch, in RecordRow row, ref PendingEntry entry)
    {
        if (_isRegression)
        {
            if (row.Label.Kind != ValueKind.Number || !float.IsFinite((float)row.Label.Number)) return false;
            entry.ActualValue = (float)row.Label.Number;
            return true;
        }
        int actual = classes.Resolve(batch, row.Label);
        if (actual < 0) return false;
        entry.ActualClass = (ushort)actual;
        return true;
    }

    public void CopyTruth(in PendingEntry label, ref PendingEntry entry)
    {
        if (_isRegression) entry.ActualValue = label.ActualValue;
        else entry.ActualClass = label.ActualClass;
    }

    public bool SameTruth(in PendingEntry a, in PendingEntry b) =>
        _isRegression ? a.ActualValue.Equals(b.ActualValue) : a.ActualClass == b.ActualClass;

    public Outcome OutcomeOf(in PendingEntry entry, ReadOnlySpan<Half> scores) => _isRegression
        ? new Outcome { PredictedValue = entry.Score, ActualValue = entry.ActualValue, Score = float.NaN }
        : new Outcome { PredictedClass = entry.PredictedClass, ActualClass = entry.ActualClass, Score = entry.Score, Scores = scores };
}
