using System.Text;
using ModelExporter.Engine.Records;

namespace ModelExporter.Discovery;

/// <summary>What was seen of one model.</summary>
sealed class ModelSurvey(string name)
{
    readonly Dictionary<string, ColumnSurvey> _columns = [];
    readonly HashSet<string> _versions = [];
    readonly List<SeenPrediction> _predictions = [];
    readonly HashSet<string> _scoreNames = [];

    public string Name { get; } = name;

    /// <summary>The features, in the order they were met.</summary>
    public IReadOnlyCollection<ColumnSurvey> Columns => _columns.Values;

    public IReadOnlyCollection<string> Versions => _versions;

    public IReadOnlyList<SeenPrediction> Predictions => _predictions;

    /// <summary>Predictions with the value of a regression.</summary>
    public int Values { get; private set; }

    /// <summary>The classes that scores by class name.</summary>
    public IReadOnlyCollection<string> ScoreNames => _scoreNames;

    /// <summary>How long a list of scores is at most; 0 = there is none.</summary>
    public int ScorePositions { get; private set; }

    /// <summary>Predictions that say anything about the outcome.</summary>
    public int Outcomes { get; private set; }

    public void Add(RecordBatch batch, in RecordRow row, long? time)
    {
        if (ScalarText.Of(batch, row.Version) is { } version) _versions.Add(version);
        bool isScore = row.Score.Kind == ValueKind.Number;
        var prediction = new SeenPrediction(
            row.Key, time, ScalarText.Of(batch, row.Predicted), row.Predicted.Kind == ValueKind.Number,
            isScore ? row.Score.Number : double.NaN, ScalarText.Of(batch, row.Label));
        _predictions.Add(prediction);
        bool isValue = row.Value.Kind == ValueKind.Number;
        if (isValue) Values++;
        if (isValue || isScore || prediction.Class is not null || row.ScoreCount > 0) Outcomes++;
        AddScores(batch, row);
        foreach (ref readonly var value in batch.FeaturesOf(row))
        {
            string feature = Encoding.UTF8.GetString(batch.Slots[value.Slot]);
            if (!_columns.TryGetValue(feature, out var column)) _columns.Add(feature, column = new ColumnSurvey(feature));
            column.Add(batch, value);
        }
    }

    void AddScores(RecordBatch batch, in RecordRow row)
    {
        if (!row.ScoresByName) ScorePositions = Math.Max(ScorePositions, row.ScoreCount);
        else
        {
            foreach (ref readonly var score in batch.ScoresOf(row))
                if (score.Slot != SlotNames.Overflow) _scoreNames.Add(Encoding.UTF8.GetString(batch.Slots[score.Slot]));
        }
    }
}
