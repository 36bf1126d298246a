using System.Runtime.CompilerServices;

namespace ModelExporter.Engine.Records;

/// <summary>About a hundred rows of one model on their way from a source to the model's loop. Reused; owned by one side at a time.</summary>
public sealed class RecordBatch(BatchPool pool)
{
    /// <summary>A batch with this many rows is handed over. It still takes more: one payload can hold many rows.</summary>
    public const int FullRows = 128;

    // Rows as wide as the limits allow would need gigabytes before there are enough of them.
    const int FullText = 1 << 20;
    const int FullValues = 1 << 18;
    const int MaxKeptBytes = 16 << 20;

    RecordRow[] _rows = new RecordRow[FullRows];
    RecordValue[] _features = new RecordValue[FullRows * 8];
    RecordValue[] _scores = new RecordValue[16];
    byte[] _text = new byte[4096];
    int _count;
    int _featureCount;
    int _scoreCount;
    int _textLength;
    int _rowsText; // the text of the rows that stand; a row that does not come to stand leaves none

    /// <summary>Names of the slots that the feature values carry.</summary>
    public SlotNames Slots => pool.Slots;

    public int Count => _count;

    public bool IsFull => _count >= FullRows || _rowsText >= FullText || _featureCount >= FullValues || _scoreCount >= FullValues;

    /// <summary>One payload made it so large that it is not worth keeping.</summary>
    internal bool IsOversized =>
        (long)_rows.Length * Unsafe.SizeOf<RecordRow>()
        + (long)(_features.Length + _scores.Length) * Unsafe.SizeOf<RecordValue>()
        + _text.Length > MaxKeptBytes;

    public ReadOnlySpan<RecordRow> Rows => _rows.AsSpan(0, _count);

    public ReadOnlySpan<RecordValue> FeaturesOf(in RecordRow row) => _features.AsSpan(row.FirstFeature, row.FeatureCount);

    public ReadOnlySpan<RecordValue> ScoresOf(in RecordRow row) => _scores.AsSpan(row.FirstScore, row.ScoreCount);

    public ReadOnlySpan<byte> TextOf(in RecordValue value) => _text.AsSpan(value.TextOffset, value.TextLength);

    /// <summary>Starts a row behind the last one. It belongs to the batch when <see cref="Commit"/> is called, and never was there otherwise.</summary>
    public ref RecordRow Begin()
    {
        if (_count == _rows.Length) Array.Resize(ref _rows, _count * 2);
        ref var row = ref _rows[_count];
        if (_count == 0) _featureCount = _scoreCount = _rowsText = 0;
        else
        {
            ref var last = ref _rows[_count - 1];
            _featureCount = last.FirstFeature + last.FeatureCount;
            _scoreCount = last.FirstScore + last.ScoreCount;
        }
        _textLength = _rowsText;
        row = default;
        row.Latency = double.NaN;
        row.FirstFeature = _featureCount;
        row.FirstScore = _scoreCount;
        return ref row;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddFeature(ref RecordRow row, RecordValue value)
    {
        if (row.FeatureCount == RecordLimits.FeaturesPerRecord)
        {
            row.FeaturesDropped++;
            return;
        }
        if (_featureCount == _features.Length) Array.Resize(ref _features, _featureCount * 2);
        _features[_featureCount++] = value;
        row.FeatureCount++;
    }

    public void AddScore(ref RecordRow row, in RecordValue value)
    {
        if (row.ScoreCount == RecordLimits.ScoresPerRecord) return;
        if (_scoreCount == _scores.Length) Array.Resize(ref _scores, _scoreCount * 2);
        _scores[_scoreCount++] = value;
        row.ScoreCount++;
    }

    /// <summary>Keeps a text with the batch.</summary>
    public RecordValue Keep(ReadOnlySpan<byte> text, ushort slot = 0)
    {
        var target = Reserve(text.Length);
        text.CopyTo(target);
        return Keep(text.Length, slot);
    }

    /// <summary>Room for a text that is written in place and then kept by <see cref="Keep(int, ushort)"/>.</summary>
    public Span<byte> Reserve(int length)
    {
        if (_textLength + length > _text.Length) Array.Resize(ref _text, Math.Max(_text.Length * 2, _textLength + length));
        return _text.AsSpan(_textLength, length);
    }

    public RecordValue Keep(int length, ushort slot = 0)
    {
        var value = RecordValue.OfText(_textLength, length, slot);
        _textLength += length;
        return value;
    }

    public void Commit()
    {
        _count++;
        _rowsText = _textLength;
    }

    /// <summary>Adds a row that stands in another batch.</summary>
    public void Copy(RecordBatch from, in RecordRow source)
    {
        ref var row = ref Begin();
        int features = row.FirstFeature;
        int scores = row.FirstScore;
        row = source;
        row.FirstFeature = features;
        row.FirstScore = scores;
        row.FeatureCount = row.ScoreCount = 0;
        row.Version = Adopt(from, source.Version);
        row.Predicted = Adopt(from, source.Predicted);
        row.Score = Adopt(from, source.Score);
        row.Value = Adopt(from, source.Value);
        row.Label = Adopt(from, source.Label);
        foreach (ref readonly var value in from.FeaturesOf(source)) AddFeature(ref row, Adopt(from, value));
        foreach (ref readonly var value in from.ScoresOf(source)) AddScore(ref row, Adopt(from, value));
        Commit();
    }

    public void Clear() => _count = _featureCount = _scoreCount = _rowsText = 0;

    /// <summary>Gives the batch back to the source it came from.</summary>
    public void Release() => pool.Return(this);

    RecordValue Adopt(RecordBatch from, in RecordValue value) =>
        value.Kind == ValueKind.Text ? Keep(from.TextOf(value), value.Slot) : value;
}
