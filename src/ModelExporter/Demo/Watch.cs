using ModelExporter.Engine.Metrics;

namespace ModelExporter.Demo;

/// <summary>A series to look at: the name of its metric and the labels that tell it from others, its model first.</summary>
sealed record Watch(string Metric, params (string Name, string Value)[] Labels)
{
    public string Model => Labels[0].Value;

    /// <summary>As it is asked for in PromQL.</summary>
    public override string ToString() => $"{Metric}{{{string.Join(',', Labels.Select(l => $"{l.Name}=\"{l.Value}\""))}}}";

    /// <summary>Its value; null when it is absent.</summary>
    public double? In(Snapshot snapshot)
    {
        foreach (var (family, samples) in snapshot.Samples)
        {
            if (family.Name != Metric) continue;
            int[] places = [.. Labels.Select(l => family.Labels.ToList().IndexOf(l.Name))];
            foreach (var sample in samples)
                if (places.Zip(Labels).All(p => sample.LabelValues[p.First] == p.Second.Value)) return sample.Value;
        }
        return null;
    }

    /// <summary>The series of a feature in the window that the story is told in.</summary>
    public static Watch OfFeature(string metric, string model, string feature) => new(metric, ("model", model), ("window", Story.Window), ("feature", feature));

    public static Watch OfWindow(string metric, string model) => new(metric, ("model", model), ("window", Story.Window));

    public static Watch OfVersion(string metric, string model, string version) =>
        new(metric, ("model", model), ("model_version", version), ("window", Story.Window));

    public static Watch OfCounter(string metric, string model, string feature) => new(metric, ("model", model), ("feature", feature));
}
