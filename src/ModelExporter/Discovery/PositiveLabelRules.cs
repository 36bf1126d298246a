using System.Globalization;

namespace ModelExporter.Discovery;

/// <summary>Decides which of two classes is the positive one: by its name, else by the scores, else it is the rarer one.</summary>
static class PositiveLabelRules
{
    /// <summary>Both classes need so many scores before their means are compared.</summary>
    const int FewestScores = 20;

    /// <summary>Means closer than this say nothing.</summary>
    const double LeastGap = 0.02;

    /// <summary>So much higher scores of the other class outdo a usual name.</summary>
    const double ContradictingGap = 0.2;

    static readonly (string Positive, string Negative)[] Usual =
    [
        ("1", "0"), ("true", "false"), ("yes", "no"), ("y", "n"), ("t", "f"), ("positive", "negative"), ("pos", "neg"), ("1", "-1"),
        ("fraud", "legit"), ("spam", "ham"), ("bad", "good"), ("churn", "stay"), ("default", "paid"), ("abnormal", "normal"), ("anomaly", "normal"),
    ];

    public static BinaryClasses Of(ModelSurvey model, JoinedPairs pairs, string? said)
    {
        var classes = IsScoreAlone(model) ? pairs.Labels : pairs.Classes(model);
        string? Other(string positive) => classes.Count <= 2 ? classes.FirstOrDefault(c => c != positive) : null;
        if (said is not null) return new BinaryClasses(said, Other(said), $"{said}, as said");
        if (classes.Count == 0) return new BinaryClasses("1", null, "1: no class was seen, and 1 is the usual one");
        if (classes.Count == 1) return OfOne(classes[0]);

        var scores = ScoresByClass.Of(model, pairs, classes);
        if (UsualOf(classes) is { } usual && !(scores.GapOf(usual) < -ContradictingGap))
            return new BinaryClasses(usual, Other(usual), $"{usual}: the usual name of a positive class");
        if (scores.IsMeasured(FewestScores) && scores.Higher is var higher && scores.GapOf(higher) > LeastGap)
            return new BinaryClasses(higher, Other(higher), string.Create(CultureInfo.InvariantCulture, $"{higher}: {scores.Describe(higher)}"));
        // The classes stand in the order of their frequency.
        return new BinaryClasses(classes[^1], classes[0], $"{classes[^1]}: the rarer class");
    }

    static BinaryClasses OfOne(string only)
    {
        foreach (var (positive, negative) in Usual)
            if (string.Equals(only, negative, StringComparison.OrdinalIgnoreCase))
                return new BinaryClasses(Cased(positive, only), only, $"{Cased(positive, only)}: only its opposite, {only}, was seen");
        return new BinaryClasses(only, null, $"{only}: the only class that was seen");
    }

    static string Cased(string name, string like) => like.Any(char.IsUpper)
        ? like.All(c => !char.IsLower(c)) ? name.ToUpperInvariant() : char.ToUpperInvariant(name[0]) + name[1..]
        : name;

    /// <summary>Numbers with a fraction and nothing beside them are scores: the classes are those of the labels.</summary>
    static bool IsScoreAlone(ModelSurvey model) => model.Predictions.Any(p =>
        p.IsNumber && double.IsNaN(p.Score) && ScalarText.TryNumber(p.Class!, out double number) && number != Math.Floor(number));

    static string? UsualOf(IReadOnlyList<string> classes) => classes.FirstOrDefault(c => Usual.Any(u =>
        string.Equals(c, u.Positive, StringComparison.OrdinalIgnoreCase)
        && classes.Any(other => string.Equals(other, u.Negative, StringComparison.OrdinalIgnoreCase))))
        ?? classes.FirstOrDefault(c => Usual.Take(7).Any(u => string.Equals(c, u.Positive, StringComparison.OrdinalIgnoreCase)));
}
