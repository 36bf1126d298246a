using System.Collections.Concurrent;
using ModelExporter.Sources.Files;

namespace ModelExporter.Sources;

/// <summary>How far a source has come in each of its files: handed on at a reload and kept in checkpoints.</summary>
public sealed class FilePositions
{
    const int MaxFiles = 10_000;

    readonly ConcurrentDictionary<(ulong Device, ulong Inode), (FilePosition Position, long Turn)> _positions = new();
    long _turn;

    /// <param name="resume">Where it goes on from.</param>
    public FilePositions(IEnumerable<FilePosition> resume)
    {
        foreach (var position in resume) Reached(position);
    }

    public IReadOnlyList<FilePosition> All => [.. _positions.Values.OrderBy(p => p.Turn).Select(p => p.Position)];

    public void Reached(FilePosition position)
    {
        if (_positions.Count >= MaxFiles) ForgetOldest();
        _positions[(position.Device, position.Inode)] = (position, _turn++);
    }

    // Files that were rotated away and deleted stay in here: they are few, but never without bound. One that is read from is never among the oldest.
    void ForgetOldest()
    {
        foreach (var (file, _) in _positions.OrderBy(p => p.Value.Turn).Take(MaxFiles / 4).ToList()) _positions.TryRemove(file, out _);
    }
}
