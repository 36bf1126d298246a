using System.IO.Hashing;

namespace ModelExporter.Engine.Records;

/// <summary>A prediction's id as 64 bits; the id itself is not kept.</summary>
/// <remarks>
/// With 2 million predictions pending, an unknown id is taken for a known one about once in 10^13 times. A seed that is drawn anew
/// for each process keeps a log from being written to collide.
/// </remarks>
public readonly record struct RecordKey(ulong Value)
{
    public bool IsNone => Value == 0;

    public static RecordKey Of(ReadOnlySpan<byte> id, long seed)
    {
        ulong hash = XxHash3.HashToUInt64(id, seed);
        return new RecordKey(hash == 0 ? 1 : hash);
    }
}
