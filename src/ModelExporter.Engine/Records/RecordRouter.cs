using System.Diagnostics.CodeAnalysis;

namespace ModelExporter.Engine.Records;

/// <summary>Where a decoder puts its rows: finds the model of each, and gathers a batch per model. One source, one thread.</summary>
public sealed class RecordRouter
{
    readonly Utf8Index _models = new();
    readonly RecordBatch?[] _open;
    readonly int _defaultModel;
    readonly BatchPool _pool;
    readonly HashSet<ushort> _categorical = [];
    readonly long[] _rejected = new long[Enum.GetValues<RejectReason>().Length];
    int _expected;

    /// <param name="models">The configured models.</param>
    /// <param name="defaultModel">The model of records that name none; null = the only model where there is one, else none.</param>
    /// <param name="knownFeatures">Names that have a slot whatever the log brings.</param>
    /// <param name="seed">What the hash of ids starts from; the same for every source of a pipeline.</param>
    /// <param name="categorical">Those of the known features whose values are texts even where they look like numbers.</param>
    public RecordRouter(IReadOnlyList<string> models, string? defaultModel, IEnumerable<string> knownFeatures, long seed, IEnumerable<string>? categorical = null)
    {
        foreach (string model in models) _models.Add(model);
        _open = new RecordBatch?[models.Count];
        _defaultModel = defaultModel is not null ? _models.Find(defaultModel) : models.Count == 1 ? 0 : -1;
        _expected = Math.Max(_defaultModel, 0);
        Slots = new SlotNames(RecordLimits.Slots);
        foreach (string feature in knownFeatures) Slots.Add(System.Text.Encoding.UTF8.GetBytes(feature));
        KnownSlots = Slots.Count;
        foreach (string feature in categorical ?? [])
            if (Slots.TryFind(System.Text.Encoding.UTF8.GetBytes(feature), out ushort slot)) _categorical.Add(slot);
        Seed = seed;
        _pool = new BatchPool(Slots);
    }

    public SlotNames Slots { get; }

    /// <summary>Slots below this one are features that a model knows of.</summary>
    public int KnownSlots { get; }

    public long Seed { get; }

    /// <summary>How many models there are.</summary>
    public int Models => _open.Length;

    /// <summary>Rows accepted since the start.</summary>
    public long Accepted { get; private set; }

    public ReadOnlySpan<long> Rejected => _rejected;

    /// <summary>A batch is full: take the batches before decoding on.</summary>
    public bool NeedsDrain { get; private set; }

    /// <summary>Told of every rejection; null = nobody asks.</summary>
    public Action<RejectReason>? OnReject { get; set; }

    /// <summary>The batch that the row between <see cref="Begin"/> and <see cref="Commit"/> stands in.</summary>
    public RecordBatch Batch => _open[_expected] ??= _pool.Rent();

    public ref RecordRow Begin() => ref Batch.Begin();

    /// <summary>Whether the values of a slot are texts: asked of formats that cannot tell <c>7</c> from <c>"7"</c>.</summary>
    public bool IsCategorical(ushort slot) => _categorical.Contains(slot);

    /// <summary>The number of a model, or -1.</summary>
    public int FindModel(ReadOnlySpan<byte> name) => name.SequenceEqual(_models[_expected]) ? _expected : _models.Find(name);

    /// <summary>Hands the row to its model.</summary>
    /// <param name="row">The row that <see cref="Begin"/> started.</param>
    /// <param name="model">Its model; -1 = it names none.</param>
    public RejectReason Commit(ref RecordRow row, int model)
    {
        if (model < 0) model = _defaultModel;
        if (model >= 0) CommitTo(row, model);
        else if (row.IsPrediction) return RejectReason.NoModel;
        else
        {
            // Only the table that holds its id knows whose label this is.
            row.IsUnaddressed = true;
            var unaddressed = row;
            var batch = Batch;
            for (int other = 0; other < _open.Length; other++)
            {
                if (other == _expected) continue;
                var copy = _open[other] ??= _pool.Rent();
                copy.Copy(batch, unaddressed);
                NeedsDrain |= copy.IsFull;
            }
            batch.Commit();
            NeedsDrain |= batch.IsFull;
        }
        Accepted++;
        return RejectReason.None;
    }

    public void Reject(RejectReason reason)
    {
        _rejected[(int)reason]++;
        OnReject?.Invoke(reason);
    }

    /// <summary>Takes the open batch of a model, if it has rows.</summary>
    public bool TryTake(int model, [NotNullWhen(true)] out RecordBatch? batch)
    {
        NeedsDrain = false;
        batch = _open[model];
        if (batch is null || batch.Count == 0) return false;
        _open[model] = null;
        return true;
    }

    void CommitTo(in RecordRow row, int model)
    {
        if (model == _expected)
        {
            var batch = Batch;
            batch.Commit();
            NeedsDrain |= batch.IsFull;
            return;
        }
        var target = _open[model] ??= _pool.Rent();
        target.Copy(Batch, row);
        NeedsDrain |= target.IsFull;
        _expected = model;
    }
}
