using ModelExporter.Engine.Baselines;

namespace ModelExporter.Engine.Monitoring.Inputs;

/// <summary>Which cell means what in the state of a version's inputs: the features of its baseline, one behind the other.</summary>
sealed class InputLayout
{
    /// <summary>The cell that counts predictions.</summary>
    public const int Predictions = 0;

    readonly Dictionary<string, int> _byName = [];
    string? _hash;

    public InputLayout(IEnumerable<FeatureBaseline> baselines)
    {
        int cell = Predictions + 1;
        int sum = 0;
        var features = new List<TrackedFeature>();
        foreach (var baseline in baselines)
        {
            var feature = new TrackedFeature(baseline, features.Count, cell, sum);
            _byName.Add(baseline.Name, features.Count);
            features.Add(feature);
            cell = feature.NextCell;
            sum = feature.NextSum;
        }
        Features = [.. features];
        Counts = cell;
        Sums = sum;
    }

    /// <summary>Tells layouts apart: of the features in their order, and their bins.</summary>
    public string Hash => _hash ??= BaselineJson.HashOf(new BaselineProfile { Model = "", Rows = 0, Features = [.. Features.Select(f => f.Baseline)] });

    public TrackedFeature[] Features { get; }

    public int Counts { get; }

    public int Sums { get; }

    /// <summary>The position of a feature, or -1.</summary>
    public int Find(string name) => _byName.GetValueOrDefault(name, -1);
}
