using ModelExporter.Configuration.Keys;
using ModelExporter.Engine.Config;

namespace ModelExporter.Discovery;

/// <summary>Declares the features of a model and says which fields are left out.</summary>
static class FeatureRules
{
    const int MostFeatures = 5_000;

    public static ModelConfig Apply(ModelConfig config, ModelSurvey model, Action<string, string, string> assume)
    {
        var features = new Dictionary<string, FeatureType>();
        var ignored = new HashSet<string>();
        var reasons = new List<(string Why, string Name, bool IsKept)>();
        foreach (var column in model.Columns)
        {
            var guess = ColumnRules.Of(column);
            if (FeatureNames.FaultOf(column.Name) is { } fault) guess = new FeatureGuess(null, fault.Problem);
            if (guess.Type is { } type && features.Count < MostFeatures) features.Add(column.Name, type);
            else ignored.Add(column.Name);
            if (guess.Why.Length > 0) reasons.Add((guess.Why, column.Name, guess.Type is not null));
        }
        foreach (var type in new[] { FeatureType.Numeric, FeatureType.Categorical })
        {
            var names = features.Where(f => f.Value == type).Select(f => f.Key).ToList();
            if (names.Count > 0) assume(type.ToString().ToLowerInvariant(), $"{names.Count}: {Listing.Of(names)}", "features");
        }
        if (features.Count == 0) assume("features", "none", "");
        foreach (var group in reasons.Where(r => r.IsKept).GroupBy(r => r.Why))
        {
            var names = group.Select(r => r.Name).ToList();
            assume("doubtful", $"{Listing.Of(names)}: {features[names[0]].ToString().ToLowerInvariant()}, {group.Key}", "features");
        }
        foreach (var group in reasons.Where(r => !r.IsKept).GroupBy(r => r.Why))
            assume("left out", $"{Listing.Of([.. group.Select(r => r.Name)])}: {group.Key}", "ignored_features");

        config = config with { Features = features, IgnoredFeatures = ignored };
        return features.Count <= config.Limits.Features ? config : config with { Limits = config.Limits with { Features = features.Count } };
    }
}
