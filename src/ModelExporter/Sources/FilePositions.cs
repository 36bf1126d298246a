using System.Collections.Concurrent;
using ModelExporter.Sources.Files;

namespace ModelExporter.Sources;

/// <summary>How far a source has come in each of its files: handed on at a reload and kept in checkpoints.</summary>
public sealed class FilePositions
{
    const int MaxFiles = 10_000;

    readonly ConcurrentDictionary<(ulong Device, ulong Inode), FilePosition> _positions = new();

    /// <param name="resume">Where it goes on from.</param>
    public FilePositions(IEnumerable<FilePosition> resume)
    {
        foreach (var position in resume) Reached(position);
    }

    public IReadOnlyList<FilePosition> All => [.. _positions.Values];

    public void Reached(FilePosition position)
    {
        // Files that were rotated away and deleted stay in here; they are few, but never without bound.
        if (_positions.Count >= MaxFiles) _positions.Clear();
        _positions[(position.Device, position.Inode)] = position;
    }
}
