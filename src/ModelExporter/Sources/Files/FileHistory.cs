namespace ModelExporter.Sources.Files;

/// <summary>How far files were read that are closed, were truncated or belong to an earlier run; the latest few thousand.</summary>
sealed class FileHistory
{
    const int Capacity = 4096;

    readonly List<FilePosition> _positions = [];
    readonly List<FilePosition> _resumed;

    public FileHistory(IReadOnlyList<FilePosition> resume)
    {
        _resumed = [.. resume];
        foreach (var position in resume)
            Remember(position);
    }

    public void Remember(FilePosition position)
    {
        if (position.Offset == 0)
            return;
        if (_positions.Count == Capacity)
            _positions.RemoveRange(0, Capacity / 4);
        _positions.Add(position);
    }

    /// <summary>Finds the position of the same file. The first bytes must agree too: file systems give inodes out again.</summary>
    public FilePosition? Find(FileIdentity identity, FileHead head)
    {
        var found = _positions.FindLast(p => p.Device == identity.Device && p.Inode == identity.Inode && head.Matches(p));
        if (found is not null)
            _resumed.RemoveAll(p => p.Device == identity.Device && p.Inode == identity.Inode);
        return found;
    }

    /// <summary>Finds a position of an earlier run by name, for a file that was moved to another file system or has a new device number.</summary>
    public FilePosition? FindResumed(string path, FileHead head)
    {
        var found = _resumed.FindLast(p => p.Path == path && head.Matches(p));
        if (found is not null)
            _resumed.Remove(found);
        return found;
    }

    /// <summary>Finds the furthest position in the same content, whatever file it was in.</summary>
    public FilePosition? FindContent(FileHead head) => _positions.Where(head.Matches).MaxBy(p => p.Offset);
}
