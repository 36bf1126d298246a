using System.Runtime.InteropServices;
using System.Text;
using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Records;
using ModelExporter.Statistics;

namespace ModelExporter.Engine.Monitoring;

/// <summary>Gathers the rows that a baseline is made of. It keeps values, so it is bounded by the number of rows it is given.</summary>
public sealed class BaselineLearner(ModelConfig config)
{
    readonly Dictionary<string, ColumnBuilder> _columns = [];
    readonly List<double> _labels = [];

    public long Rows { get; private set; }

    /// <summary>Takes a row in and says how many of its features were too many.</summary>
    internal int AddPrediction(RecordBatch batch, in RecordRow row, double score, string? label, double value)
    {
        Rows++;
        int unexpected = row.FeaturesDropped;
        foreach (ref readonly var feature in batch.FeaturesOf(row))
        {
            string name = Encoding.UTF8.GetString(batch.Slots[feature.Slot]);
            if (config.IgnoredFeatures.Contains(name)) continue;
            var column = OutputFeatures.IsOutput(name) ? null : Column(name);
            if (column is null || !column.TryAdd(batch, feature, Rows)) unexpected++;
        }
        if (!double.IsNaN(score)) Column(OutputFeatures.Score, FeatureType.Numeric)?.AddNumber(score);
        if (label is not null) Column(OutputFeatures.Label, FeatureType.Categorical)?.AddText(label);
        if (!double.IsNaN(value)) Column(OutputFeatures.Value, FeatureType.Numeric)?.AddNumber(value);
        return unexpected;
    }

    internal void AddLabel(double label) => _labels.Add(label);

    /// <summary>The features' baselines, in the order they were met, outputs last.</summary>
    public IReadOnlyList<FeatureBaseline> BuildFeatures() =>
    [
        .. _columns.OrderBy(c => OutputFeatures.IsOutput(c.Key)).Select(c => c.Value.Build(Rows, config.Limits.Categories)).OfType<FeatureBaseline>(),
    ];

    /// <summary>Regression: the labels' baseline.</summary>
    public FeatureBaseline? BuildLabel()
    {
        var column = new ColumnBuilder(OutputFeatures.Truth, FeatureType.Numeric);
        foreach (double label in _labels) column.AddNumber(label);
        return column.Build(_labels.Count, config.Limits.Categories);
    }

    internal void Save(BinaryWriter to)
    {
        to.Write(Rows);
        to.Write(_labels.Count);
        to.WriteVector<double>(CollectionsMarshal.AsSpan(_labels));
        to.Write(_columns.Count);
        foreach (var (name, column) in _columns)
        {
            to.Write(name);
            column.Save(to);
        }
    }

    /// <summary>Reads what was saved, into a learner that has nothing yet.</summary>
    internal void Restore(BinaryReader from)
    {
        Rows = from.ReadInt64();
        CollectionsMarshal.SetCount(_labels, from.ReadInt32());
        from.ReadVector(CollectionsMarshal.AsSpan(_labels));
        for (int left = from.ReadInt32(); left > 0; left--)
        {
            string name = from.ReadString();
            _columns.Add(name, ColumnBuilder.Restore(from, name));
        }
    }

    ColumnBuilder? Column(string name, FeatureType? type = null)
    {
        if (_columns.TryGetValue(name, out var column)) return column;
        if (type is null && _columns.Count >= config.Limits.Features) return null;
        type ??= config.Features.TryGetValue(name, out var declared) ? declared : null;
        return _columns[name] = new ColumnBuilder(name, type);
    }
}
