using ModelExporter.Engine.Config;

namespace ModelExporter.Engine.Baselines;

/// <summary>Whether a baseline can be the baseline of a model.</summary>
public static class BaselineFit
{
    /// <summary>What speaks against it, one sentence each; none = it fits.</summary>
    public static IEnumerable<string> Problems(ModelConfig model, BaselineProfile baseline)
    {
        if (baseline.Model != model.Name)
            yield return $"the baseline was made for model \"{baseline.Model}\", not for \"{model.Name}\"";
        bool regression = model.Task == TaskKind.Regression;
        if (baseline.Labels > 0 && regression != (baseline.Classes.Count == 0))
            yield return $"the baseline is of a {(regression ? "classification" : "regression")}, the model is a {(regression ? "regression" : "classification")}";
        foreach (var (name, type) in model.Features)
            if (baseline.Feature(name) is { } feature && feature.Type != type)
                yield return $"feature \"{name}\" is declared {Name(type)}, the baseline has it as {Name(feature.Type)}";
    }

    static string Name(FeatureType type) => type == FeatureType.Numeric ? "numeric" : "categorical";
}
