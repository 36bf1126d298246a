namespace ModelExporter.Engine.Records;

/// <summary>The feature names a source has met, each with a slot that its values carry. Written by the source, read by the models' loops.</summary>
/// <remarks>
/// The one structure shared without a lock: it only grows, a name is in place before any value with its slot leaves the source, and the channel
/// that carries the values orders both.
/// </remarks>
public sealed class SlotNames(int limit)
{
    /// <summary>The slot of every name beyond the limit.</summary>
    public const ushort Overflow = ushort.MaxValue;

    readonly Utf8Index _index = new();

    public int Count => _index.Count;

    public ReadOnlySpan<byte> this[int slot] => _index[slot];

    public bool TryFind(ReadOnlySpan<byte> name, out ushort slot)
    {
        int number = _index.Find(name);
        slot = (ushort)number;
        return number >= 0;
    }

    public ushort Add(ReadOnlySpan<byte> name)
    {
        int number = _index.Find(name);
        if (number >= 0) return (ushort)number;
        return _index.Count < limit && name.Length <= RecordLimits.NameBytes ? (ushort)_index.Add(name) : Overflow;
    }
}
