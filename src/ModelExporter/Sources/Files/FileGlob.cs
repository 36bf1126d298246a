namespace ModelExporter.Sources.Files;

/// <summary>A path whose directories and file name may be patterns; lists what it matches now.</summary>
sealed class FileGlob
{
    readonly string _path;
    readonly string _root;
    readonly GlobPattern[] _segments;

    public FileGlob(string pattern)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(pattern);
        _path = Path.GetFullPath(pattern);
        _root = Path.GetPathRoot(_path)!;
        _segments = [.. _path[_root.Length..].Split(Path.DirectorySeparatorChar).Select(s => new GlobPattern(s))];
        if (_segments[^1].Text.Length == 0)
            throw new ArgumentException($"\"{pattern}\" names a directory; a file name or pattern must follow.", nameof(pattern));
        IsLiteral = _segments.All(s => s.IsLiteral);
    }

    /// <summary>Whether the path names one file and no pattern.</summary>
    public bool IsLiteral { get; }

    /// <summary>Whether it would list this path.</summary>
    public bool Matches(string path)
    {
        path = Path.GetFullPath(path);
        if (path == _path) return true;
        string[] names = path[_root.Length..].Split(Path.DirectorySeparatorChar);
        return names.Length == _segments.Length && names.Zip(_segments).All(pair => pair.Second.Matches(pair.First));
    }

    /// <summary>Lists the paths that match, sorted, and adds the directories whose changes matter.</summary>
    public List<string> Expand(FileJournal journal, ISet<string> directories)
    {
        var paths = new List<string>();
        // A name with brackets in it, as a shell would hand it over, means that file.
        if (!IsLiteral && File.Exists(_path))
            paths.Add(_path);
        Expand(_root, 0, paths, journal, directories);
        return paths;
    }

    void Expand(string directory, int index, List<string> paths, FileJournal journal, ISet<string> directories)
    {
        while (index < _segments.Length - 1 && _segments[index].IsLiteral)
            directory = Path.Combine(directory, _segments[index++].Text);
        directories.Add(Existing(directory));

        var segment = _segments[index];
        var last = index == _segments.Length - 1;
        if (last && segment.IsLiteral)
        {
            paths.Add(Path.Combine(directory, segment.Text));
            return;
        }

        foreach (var name in Names(directory, segment, journal))
        {
            var path = Path.Combine(directory, name);
            if (last)
                paths.Add(path);
            else if (Directory.Exists(path))
                Expand(path, index + 1, paths, journal, directories);
        }
    }

    static List<string> Names(string directory, GlobPattern pattern, FileJournal journal)
    {
        var names = new List<string>();
        try
        {
            foreach (var entry in Directory.EnumerateFileSystemEntries(directory))
            {
                var name = Path.GetFileName(entry);
                if (pattern.Matches(name))
                    names.Add(name);
            }

            journal.Recovered(directory);
        }
        catch (DirectoryNotFoundException)
        {
            // It may appear later.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            journal.Failed(directory, FileError.Unreadable, e.Message);
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    static string Existing(string directory)
    {
        while (!Directory.Exists(directory) && Path.GetDirectoryName(directory) is { } parent)
            directory = parent;
        return directory;
    }
}
