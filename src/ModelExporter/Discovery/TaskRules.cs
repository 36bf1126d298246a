using ModelExporter.Engine.Config;

namespace ModelExporter.Discovery;

/// <summary>Decides what a model predicts, and says from what.</summary>
static class TaskRules
{
    /// <summary>Whole numbers with more values than this are quantities, where no label says otherwise.</summary>
    const int MostNumberedClasses = 10;

    public static (TaskKind Task, string Why) Of(ModelSurvey model, JoinedPairs pairs)
    {
        if (model.Values > 0) return (TaskKind.Regression, "predictions have a value");
        if (model.ScorePositions > 2) return (TaskKind.Multiclass, $"predictions have {model.ScorePositions} scores");
        var predicted = model.Predictions.Where(p => p.Class is not null).ToList();
        bool hasScore = model.Predictions.Any(p => !double.IsNaN(p.Score));
        if (predicted.Count == 0 && model.ScoreNames.Count == 0)
            return ByLabels(pairs, hasScore ? "predictions are scores" : "predictions have two scores");
        return hasScore || model.ScoreNames.Count > 0 || predicted.Exists(p => !p.IsNumber) ? ByClasses(pairs.Classes(model)) : ByNumbers(predicted, pairs);
    }

    static (TaskKind, string) ByClasses(IReadOnlyList<string> classes) => classes.Count switch
    {
        <= 1 => (TaskKind.Binary, $"one class was seen: {Listing.Of(classes)}"),
        2 => (TaskKind.Binary, $"two classes, {classes[0]} and {classes[1]}"),
        _ => (TaskKind.Multiclass, $"{classes.Count} classes"),
    };

    static (TaskKind, string) ByLabels(JoinedPairs pairs, string what) =>
        pairs.Labels.Count > 2 ? (TaskKind.Multiclass, $"{what}, and labels have {pairs.Labels.Count} values") : (TaskKind.Binary, what);

    /// <summary>Numbers alone may be scores, numbered classes or quantities: the labels tell, where there are any.</summary>
    static (TaskKind, string) ByNumbers(List<SeenPrediction> predicted, JoinedPairs pairs)
    {
        var numbers = predicted.Select(p => double.Parse(p.Class!, System.Globalization.CultureInfo.InvariantCulture)).Distinct().ToList();
        var labels = pairs.Labels;
        bool isWhole = numbers.TrueForAll(n => n == Math.Floor(n));
        if (!isWhole && numbers.TrueForAll(n => n is >= 0 and <= 1))
        {
            return labels.Count switch
            {
                0 => (TaskKind.Binary, "predictions lie between 0 and 1, as scores do; no label says otherwise"),
                <= 2 => (TaskKind.Binary, $"predictions lie between 0 and 1, and labels are {Listing.Of(labels)}"),
                _ => (TaskKind.Regression, $"predictions are numbers, and labels have {labels.Count} values"),
            };
        }
        if (!isWhole || numbers.Count > MostNumberedClasses)
            return (TaskKind.Regression, $"predictions are numbers with {numbers.Count} values");
        int classes = predicted.Select(p => p.Class!).Concat(labels).Distinct().Count();
        bool agree = labels.All(l => ScalarText.TryNumber(l, out double n) && n == Math.Floor(n)) && classes <= MostNumberedClasses;
        if (!agree) return (TaskKind.Regression, $"predictions are numbers, and labels have {labels.Count} values that are no classes of theirs");
        return classes <= 2
            ? (TaskKind.Binary, $"predictions are {Listing.Of([.. predicted.Select(p => p.Class!).Distinct()])}")
            : (TaskKind.Multiclass, $"predictions and labels are {classes} whole numbers");
    }
}
