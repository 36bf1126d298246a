using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring.Outcomes;
using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Monitoring;

/// <summary>Reads what a row predicts: which scalar is a class, a score or a value depends on the task.</summary>
sealed class PredictionJudge(ModelConfig config, ClassMap classes)
{
    readonly double[] _scores = new double[classes.Capacity];

    /// <summary>Multiclass: the probability of each class of the last row read; NaN in the first place = the row had none.</summary>
    public ReadOnlySpan<double> Scores => _scores;

    public Prediction Read(RecordBatch batch, in RecordRow row) => config.Task switch
    {
        TaskKind.Binary => ReadBinary(batch, row),
        TaskKind.Multiclass => ReadMulticlass(batch, row),
        _ => new Prediction { Class = ClassMap.Invalid, Score = double.NaN, Value = Number(row.Value.Kind != ValueKind.Absent ? row.Value : row.Predicted) },
    };

    Prediction ReadBinary(RecordBatch batch, in RecordRow row)
    {
        double score = Probability(row.Score);
        int predicted = ClassMap.Invalid;
        if (row.Predicted.Kind == ValueKind.Number && row.Score.Kind == ValueKind.Absent && IsFraction(row.Predicted.Number))
            score = row.Predicted.Number;
        else if (row.Predicted.Kind != ValueKind.Absent)
            predicted = classes.Resolve(batch, row.Predicted);
        if (double.IsNaN(score) && row.ScoreCount > 0)
        {
            ReadScores(batch, row);
            score = _scores[BinaryLayout.Positive];
        }
        if (predicted < 0 && !double.IsNaN(score))
            predicted = score >= config.ScoreThreshold ? BinaryLayout.Positive : BinaryLayout.Negative;
        return new Prediction { Class = predicted, Score = score, Value = double.NaN };
    }

    Prediction ReadMulticlass(RecordBatch batch, in RecordRow row)
    {
        int predicted = row.Predicted.Kind == ValueKind.Absent ? ClassMap.Invalid : classes.Resolve(batch, row.Predicted);
        _scores[0] = double.NaN;
        if (row.ScoreCount == 0) return new Prediction { Class = predicted, Score = Probability(row.Score), Value = double.NaN };
        ReadScores(batch, row);
        if (predicted < 0 && !double.IsNaN(_scores[0])) predicted = IndexOfMax(_scores);
        return new Prediction { Class = predicted, Score = predicted < 0 ? double.NaN : _scores[predicted], Value = double.NaN };
    }

    /// <summary>Scores by class; a class that is not named has 0. One that is no probability makes the whole row's scores unusable.</summary>
    void ReadScores(RecordBatch batch, in RecordRow row)
    {
        Array.Clear(_scores);
        foreach (ref readonly var entry in batch.ScoresOf(row))
        {
            double score = Probability(entry);
            int @class = row.ScoresByName
                ? entry.Slot == SlotNames.Overflow ? classes.Other : classes.Resolve(batch.Slots[entry.Slot])
                : ClassAt(entry.Slot);
            if (double.IsNaN(score))
            {
                Array.Fill(_scores, double.NaN);
                return;
            }
            _scores[@class] += score;
        }
    }

    /// <summary>The class of a position: the one declared there; a model that declares none numbers its classes.</summary>
    int ClassAt(int position)
    {
        if (config.Task == TaskKind.Binary || config.Classes.Count > 0) return Math.Min(position, classes.Other);
        Span<byte> digits = stackalloc byte[NumberText.MaxLength];
        return classes.Resolve(NumberText.Write(position, digits));
    }

    static int IndexOfMax(double[] scores)
    {
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best]) best = i;
        return best;
    }

    // A whole number is a class; only what lies between 0 and 1 can be meant as a probability.
    static bool IsFraction(double number) => number is > 0 and < 1;

    // The join remembers a value in 32 bits: one beyond them would be infinite there, and so would every sum of errors.
    static double Number(in RecordValue value) => value.Kind == ValueKind.Number && float.IsFinite((float)value.Number) ? value.Number : double.NaN;

    static double Probability(in RecordValue value) => value.Kind == ValueKind.Number && value.Number is >= 0 and <= 1 ? value.Number : double.NaN;
}
