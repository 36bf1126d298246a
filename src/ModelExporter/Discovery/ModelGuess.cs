using ModelExporter.Engine.Config;

namespace ModelExporter.Discovery;

/// <summary>Makes the config of a model of what was seen of it.</summary>
static class ModelGuess
{
    public static ModelConfig Of(ModelSurvey model, LogSurvey survey, DiscoveryOptions options, long now, List<Assumption> assumptions)
    {
        void Assume(string what, string decision, string @override) => assumptions.Add(new Assumption($"{model.Name}: {what}", decision, @override));

        var pairs = JoinedPairs.Of(model, survey.Labels);
        bool isNamed = survey.Files.Any(f => f.Shapes.Models.Contains(model.Name));
        string versions = model.Versions.Count > 0 ? $"; versions {Listing.Of(model.Versions)}" : "; no version";
        Assume("model", (isNamed ? "the log names it" : "the log names none; from the flag or the name of the file") + versions, "--model");

        var (task, why) = options.Task is { } said ? (said, "as said") : TaskRules.Of(model, pairs);
        Assume("task", $"{task.ToString().ToLowerInvariant()}: {why}", "--task");
        var config = new ModelConfig { Name = model.Name, Task = task };
        if (task == TaskKind.Binary)
        {
            var classes = PositiveLabelRules.Of(model, pairs, options.PositiveLabel);
            Assume("positive label", classes.Why, "--positive-label");
            config = config with { PositiveLabel = classes.Positive, NegativeLabel = classes.Negative };
            if (AreConfidences(model))
                Assume("scores", $"never below 0.5, whichever class is predicted: as if they were the confidence in that class. They are read as the probability of {classes.Positive}", "");
        }
        else if (task == TaskKind.Multiclass)
        {
            var classes = pairs.Classes(model);
            Assume("classes", $"as they are seen; {classes.Count} so far: {Listing.Of(classes)}", "classes");
            int limit = Math.Min(classes.Count, 100);
            if (limit > config.Limits.Classes) config = config with { Limits = config.Limits with { Classes = limit } };
        }

        config = FeatureRules.Apply(config, model, Assume);
        return TimeRules.Apply(config, model, survey, pairs, options, now, Assume);
    }

    /// <summary>Both classes are predicted, and always with a high score: a common way to log something else than the format means.</summary>
    static bool AreConfidences(ModelSurvey model)
    {
        const int FewestOfAClass = 20;
        var scored = model.Predictions.Where(p => p.Class is not null && !double.IsNaN(p.Score)).ToList();
        return scored.TrueForAll(p => p.Score >= 0.5) && scored.GroupBy(p => p.Class).Count(g => g.Count() >= FewestOfAClass) == 2;
    }
}
