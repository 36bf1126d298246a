using System.Runtime.InteropServices;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Records;
using ModelExporter.Statistics;
using ModelExporter.Statistics.Drift;
using ModelExporter.Statistics.Histograms;

namespace ModelExporter.Engine.Baselines;

/// <summary>Gathers the values of one feature and makes its baseline of them.</summary>
sealed class ColumnBuilder(string name, FeatureType? declared)
{
    readonly List<double> _numbers = [];
    readonly Dictionary<string, long> _texts = [];
    long _textCount;
    long _lastRow;
    bool _truncated;

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public static ColumnBuilder Restore(BinaryReader from, string name)
    {
        var column = new ColumnBuilder(name, from.ReadByte() is > 0 and var type ? (FeatureType)(type - 1) : null)
        {
            _textCount = from.ReadInt64(),
            _lastRow = from.ReadInt64(),
            _truncated = from.ReadBoolean(),
        };
        CollectionsMarshal.SetCount(column._numbers, from.ReadInt32());
        from.ReadVector(CollectionsMarshal.AsSpan(column._numbers));
        for (int left = from.ReadInt32(); left > 0; left--) column._texts.Add(from.ReadString(), from.ReadInt64());
        return column;
    }

    public void Save(BinaryWriter to)
    {
        to.Write((byte)(declared is { } type ? (int)type + 1 : 0));
        to.Write(_textCount);
        to.Write(_lastRow);
        to.Write(_truncated);
        to.Write(_numbers.Count);
        to.WriteVector<double>(CollectionsMarshal.AsSpan(_numbers));
        to.Write(_texts.Count);
        foreach (var (text, count) in _texts)
        {
            to.Write(text);
            to.Write(count);
        }
    }

    /// <summary>Adds the value of a row, and refuses a second one of it: a name can stand twice in one record.</summary>
    public bool TryAdd(RecordBatch batch, in RecordValue value, long row)
    {
        if (row == _lastRow) return false;
        _lastRow = row;
        switch (value.Kind)
        {
            case ValueKind.Number when double.IsFinite(value.Number):
                _numbers.Add(value.Number);
                break;
            case ValueKind.Boolean when declared == FeatureType.Numeric:
                _numbers.Add(value.Boolean ? 1 : 0);
                break;
            case ValueKind.Boolean:
                AddText(value.Boolean ? "true" : "false");
                break;
            case ValueKind.Text:
                AddText(System.Text.Encoding.UTF8.GetString(batch.TextOf(value)));
                break;
        }
        return true;
    }

    public void AddNumber(double number) => _numbers.Add(number);

    public void AddText(string text)
    {
        _textCount++;
        if (_texts.TryGetValue(text, out long count)) _texts[text] = count + 1;
        else if (_texts.Count < FeatureBaseline.MaxCategories) _texts[text] = 1;
        else _truncated = true;
    }

    /// <summary>The baseline; null when there is no usable value.</summary>
    /// <param name="rows">Rows looked at, so that the rest are missing.</param>
    /// <param name="keptCategories">How many categories get a cell of their own.</param>
    public FeatureBaseline? Build(long rows, int keptCategories)
    {
        bool numeric = (declared ?? (_numbers.Count >= _textCount ? FeatureType.Numeric : FeatureType.Categorical)) == FeatureType.Numeric;
        return numeric ? BuildNumeric(rows) : BuildCategorical(rows, keptCategories);
    }

    FeatureBaseline? BuildNumeric(long rows)
    {
        if (_numbers.Count == 0) return null;
        double[] sorted = [.. _numbers];
        Array.Sort(sorted);
        double mean = sorted.Average();
        // A sum of equal values is rounded, and so would be a spread that is not there.
        double deviation = sorted[0] == sorted[^1] ? 0 : Math.Sqrt(sorted.Sum(x => (x - mean) * (x - mean)) / sorted.Length);
        double[] edges = QuantileEdges.Of(sorted);
        var bins = new BinEdges(edges);
        var counts = new long[bins.BinCount];
        var endSums = new double[BinnedDistribution.EndSumCount];
        foreach (double value in sorted)
        {
            int bin = bins.Find(value);
            counts[bin]++;
            int end = BinnedDistribution.EndSumOf(bin, counts.Length);
            if (end >= 0) endSums[end] += value;
        }
        return FeatureBaseline.Numeric(name, rows - sorted.Length, edges, counts, endSums, mean, deviation);
    }

    FeatureBaseline? BuildCategorical(long rows, int keptCategories)
    {
        Span<byte> room = stackalloc byte[NumberText.MaxLength];
        foreach (double number in _numbers) AddText(System.Text.Encoding.UTF8.GetString(NumberText.Write(number, room)));
        if (_texts.Count == 0) return null;
        var ordered = _texts.OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).ToList();
        return FeatureBaseline.Categorical(
            name, rows - _textCount, [.. ordered.Select(t => t.Key)], [.. ordered.Select(t => t.Value)], keptCategories, _truncated);
    }
}
