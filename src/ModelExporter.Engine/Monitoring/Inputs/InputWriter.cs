using System.Runtime.CompilerServices;
using System.Text;
using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Records;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Engine.Monitoring.Inputs;

/// <summary>Turns a prediction's features and outputs into what they add to the state. The hot path: it allocates nothing once it knows the slots.</summary>
sealed class InputWriter
{
    const int MaxSlotMaps = 16;

    readonly InputLayout _layout;
    readonly Utf8Index _ignored = new();
    readonly IncrementBuffer _buffer;
    readonly int[] _absent;
    readonly int[] _cells;
    readonly Dictionary<SlotNames, TrackedFeature?[]> _maps = [];
    readonly int _score;
    readonly int _label;
    readonly int _value;
    SlotNames? _slots;
    TrackedFeature?[] _featureOfSlot = [];

    /// <param name="layout">Where each feature has its cells.</param>
    /// <param name="ignored">Features that are passed over without being unexpected.</param>
    public InputWriter(InputLayout layout, IReadOnlySet<string> ignored)
    {
        _layout = layout;
        foreach (string name in ignored) _ignored.Add(name);
        _buffer = new IncrementBuffer(0, layout.Features.Length + 1);
        _absent = [.. layout.Features.Select(f => f.AbsentCell), InputLayout.Predictions];
        _cells = new int[_absent.Length];
        _score = layout.Find(OutputFeatures.Score);
        _label = layout.Find(OutputFeatures.Label);
        _value = layout.Find(OutputFeatures.Value);
    }

    /// <summary>What the prediction adds, valid until the next call; and how many of its features the baseline does not know.</summary>
    /// <param name="batch">Where the row stands.</param>
    /// <param name="row">The prediction.</param>
    /// <param name="score">Its score as judged; NaN = none.</param>
    /// <param name="label">The name of its predicted class; empty = none.</param>
    /// <param name="value">Its predicted value; NaN = none.</param>
    /// <param name="unexpected">Feature values that are not tracked, or came before in the same record.</param>
    public Increment Write(RecordBatch batch, in RecordRow row, double score, ReadOnlySpan<byte> label, double value, out int unexpected)
    {
        var features = _layout.Features;
        var cells = _cells;
        var buffer = _buffer;
        buffer.Clear();
        _absent.CopyTo(cells, 0);
        unexpected = row.FeaturesDropped + WriteFeatures(batch, row);
        if (_score >= 0 && !double.IsNaN(score)) cells[_score] = features[_score].CellOf(score, buffer);
        if (_label >= 0 && !label.IsEmpty) cells[_label] = features[_label].CellOf(label);
        if (_value >= 0 && !double.IsNaN(value)) cells[_value] = features[_value].CellOf(value, buffer);
        return new Increment(cells, buffer.Terms);
    }

    // Never inlined: the loop needs the registers for itself.
    [MethodImpl(MethodImplOptions.NoInlining)]
    int WriteFeatures(RecordBatch batch, in RecordRow row)
    {
        int unexpected = 0;
        var cells = _cells;
        var featureOfSlot = MapOf(batch.Slots);
        foreach (ref readonly var entry in batch.FeaturesOf(row))
        {
            // A name can stand twice in one record: the first value counts, or the buffer could not hold them all.
            if (featureOfSlot[entry.Slot] is { } feature && cells[feature.Index] == feature.AbsentCell)
                cells[feature.Index] = feature.CellOf(batch, entry, _buffer);
            else if (_ignored.Find(batch.Slots[entry.Slot]) < 0) unexpected++;
        }
        return unexpected;
    }

    TrackedFeature?[] MapOf(SlotNames slots) => ReferenceEquals(slots, _slots) && slots.Count <= _featureOfSlot.Length ? _featureOfSlot : Switch(slots);

    TrackedFeature?[] Switch(SlotNames slots)
    {
        _slots = slots;
        return _featureOfSlot = _maps.TryGetValue(slots, out var map) && slots.Count <= map.Length ? map : Extend(slots);
    }

    TrackedFeature?[] Extend(SlotNames slots)
    {
        // Sources come and go with a reload; what they called their features need not be kept.
        if (_maps.Count >= MaxSlotMaps) _maps.Clear();
        TrackedFeature?[] map = [.. Enumerable.Range(0, slots.Count).Select(slot => FeatureOf(Encoding.UTF8.GetString(slots[slot])))];
        return _featureOfSlot = _maps[slots] = map;
    }

    // The outputs have names of their own: an input that is called like one of them is not it.
    TrackedFeature? FeatureOf(string name) => !OutputFeatures.IsOutput(name) && _layout.Find(name) is >= 0 and var index ? _layout.Features[index] : null;
}
