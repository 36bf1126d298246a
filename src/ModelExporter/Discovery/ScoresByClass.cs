using System.Globalization;

namespace ModelExporter.Discovery;

/// <summary>The mean score of each of two classes: of the labels where there are enough pairs, else of the predicted classes.</summary>
sealed class ScoresByClass
{
    const int FewestPairs = 20;

    readonly IReadOnlyList<string> _classes;
    readonly double[] _means;
    readonly int[] _counts;
    readonly bool _ofLabels;

    ScoresByClass(IReadOnlyList<string> classes, IEnumerable<(string? Class, double Score)> scores, bool ofLabels)
    {
        _classes = classes;
        _ofLabels = ofLabels;
        var lists = classes.Select(c => scores.Where(s => s.Class == c && !double.IsNaN(s.Score)).Select(s => s.Score).ToList()).ToList();
        _counts = [.. lists.Select(l => l.Count)];
        _means = [.. lists.Select(l => l.Count == 0 ? double.NaN : l.Average())];
    }

    /// <summary>The class with the higher mean.</summary>
    public string Higher => _classes[_means[0] > _means[1] ? 0 : 1];

    public static ScoresByClass Of(ModelSurvey model, JoinedPairs pairs, IReadOnlyList<string> classes)
    {
        var ofLabels = new ScoresByClass(classes, pairs.All.Select(p => ((string?)p.Label.Value, ScoreOf(p.Prediction))), ofLabels: true);
        return ofLabels.IsMeasured(FewestPairs)
            ? ofLabels
            : new ScoresByClass(classes, model.Predictions.Select(p => (p.Class, p.Score)), ofLabels: false);
    }

    public bool IsMeasured(int fewest) => _counts.Length == 2 && _counts.Min() >= fewest;

    /// <summary>How much higher the scores of a class are than those of the other one; NaN = it is not known.</summary>
    public double GapOf(string @class) => _classes.Count == 2 ? (_classes[0] == @class ? 1 : -1) * (_means[0] - _means[1]) : double.NaN;

    public string Describe(string @class)
    {
        int index = _classes[0] == @class ? 0 : 1;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"scores are higher where {(_ofLabels ? "the label is" : "it predicts")} {@class}: {_means[index]:0.00} against {_means[1 - index]:0.00} on average, of {_counts.Sum()} {(_ofLabels ? "joined pairs" : "predictions")}");
    }

    static double ScoreOf(in SeenPrediction prediction) =>
        double.IsNaN(prediction.Score) && prediction.IsNumber && ScalarText.TryNumber(prediction.Class!, out double score) ? score : prediction.Score;
}
