using ModelExporter.Engine.Records;

namespace ModelExporter.Discovery;

/// <summary>The predictions of a model whose label was seen too.</summary>
sealed class JoinedPairs
{
    readonly List<(SeenPrediction Prediction, SeenLabel Label)> _pairs = [];

    public IReadOnlyList<(SeenPrediction Prediction, SeenLabel Label)> All => _pairs;

    /// <summary>The values of the labels.</summary>
    public IReadOnlyList<string> Labels => [.. _pairs.Select(p => p.Label.Value).Distinct()];

    /// <summary>The longest time from a prediction to its label, in microseconds; 0 = none is known.</summary>
    public long LongestDelay => _pairs.Select(p => p.Label.Time - p.Prediction.Time ?? 0).DefaultIfEmpty().Max();

    public static JoinedPairs Of(ModelSurvey model, IReadOnlyDictionary<RecordKey, SeenLabel> labels)
    {
        var pairs = new JoinedPairs();
        foreach (var prediction in model.Predictions)
        {
            if (prediction.Label is { } own) pairs._pairs.Add((prediction, new SeenLabel(own, prediction.Time)));
            else if (!prediction.Key.IsNone && labels.TryGetValue(prediction.Key, out var label)) pairs._pairs.Add((prediction, label));
        }
        return pairs;
    }

    /// <summary>The classes that were predicted or that labels name, the more frequent first.</summary>
    public IReadOnlyList<string> Classes(ModelSurvey model)
    {
        var seen = model.Predictions.Select(p => p.Class).OfType<string>().Concat(_pairs.Select(p => p.Label.Value)).Concat(model.ScoreNames).ToList();
        // To the engine true and 1 are one class, if one of the two spellings is the class's name.
        if (seen.Exists(c => c is "0" or "1"))
            seen = [.. seen.Select(c => bool.TryParse(c, out bool truth) ? truth ? "1" : "0" : c)];
        return [.. seen.GroupBy(c => c).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];
    }
}
