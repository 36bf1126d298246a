using System.Collections.Concurrent;
using ModelExporter.Sources.Files;

namespace ModelExporter.Sources;

/// <summary>How far a source has come in each of its files: handed on at a reload, and the seam for checkpoints.</summary>
public sealed class FilePositions
{
    const int MaxFiles = 10_000;

    readonly ConcurrentDictionary<(ulong Device, ulong Inode), FilePosition> _positions = new();

    public IReadOnlyList<FilePosition> All => [.. _positions.Values];

    public void Reached(FilePosition position)
    {
        // Files that were rotated away and deleted stay in here; they are few, but never without bound.
        if (_positions.Count >= MaxFiles) _positions.Clear();
        _positions[(position.Device, position.Inode)] = position;
    }
}
