using System.Runtime.CompilerServices;

namespace ModelExporter.Engine.Monitoring.Join;

/// <summary>Goes through the entries of a table, in the order they lie in memory.</summary>
ref struct PendingEntries(PendingShard[] shards)
{
    PendingShard _shard = shards[0];
    int _number;
    int _slot = -1;

    public readonly ref readonly PendingEntry Current => ref _shard[_slot];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        while ((_slot = _shard.NextTaken(_slot)) < 0)
        {
            if (++_number == shards.Length) return false;
            _shard = shards[_number];
        }
        return true;
    }
}
