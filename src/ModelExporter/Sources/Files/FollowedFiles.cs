namespace ModelExporter.Sources.Files;

/// <summary>The files a tail follows now: finds new ones, notices rotations, lets go of those that were left.</summary>
sealed class FollowedFiles
{
    readonly FileTailOptions _options;
    readonly FileJournal _journal;
    readonly TimeProvider _time;
    readonly FileGlob[] _globs;
    readonly FileOpener _opener;
    readonly CopyDetector _copies;
    readonly Dictionary<FileIdentity, FollowedFile> _files = [];
    readonly Dictionary<string, TailedFile> _names = [];
    readonly HashSet<string> _directories = [];
    bool _started;

    public FollowedFiles(FileTailOptions options, FileJournal journal, TimeProvider time)
    {
        if (options.Paths.Count == 0)
            throw new ArgumentException("At least one path must be given.", nameof(options));

        (_options, _journal, _time) = (options, journal, time);
        _globs = [.. options.Paths.Select(p => new FileGlob(p))];
        _opener = new FileOpener(options, journal);
        _copies = new CopyDetector(options, journal, time);
    }

    /// <summary>The directories that were looked into, or the nearest ones above that exist.</summary>
    public IReadOnlySet<string> Directories => _directories;

    public int Open => _files.Values.Count(f => f.IsOpen);

    public long Lag => _files.Values.Sum(f => f.Lag);

    /// <summary>The files that can be read now in the order to do it: what was written earlier first, as event time runs that way.</summary>
    public List<FollowedFile> InReadingOrder() =>
    [
        .. _files.Values
            .OrderByDescending(f => f.IsRetired)
            .ThenBy(f => f.Status.LastWrite)
            .ThenBy(f => f.Path, StringComparer.Ordinal),
    ];

    public bool IsWaiting(FollowedFile file) => _copies.IsWaiting(file);

    /// <summary>Looks which files there are.</summary>
    public async ValueTask ScanAsync(CancellationToken cancellation)
    {
        var atStart = !_started;
        _started = true;

        var listed = new HashSet<FileIdentity>();
        var found = new List<(string Path, FileStatus Status)>();
        foreach (var (path, status) in Matches())
        {
            if (!listed.Add(status.Identity))
                continue;
            if (_files.TryGetValue(status.Identity, out var file))
                List(file, path, status);
            else
                found.Add((path, status));
        }

        if (atStart)
            found.AddRange(ResumeSearch.FindRenamed(_options.Resume).Where(f => !listed.Contains(f.Status.Identity)));

        var added = new List<FollowedFile>();
        foreach (var (path, status) in found)
        {
            if (await _opener.OpenAsync(path, status, cancellation) is { } file)
                Add(file, added);
        }

        foreach (var file in added)
            Place(file, atStart, listed.Contains(file.Identity));
        foreach (var file in _files.Values)
        {
            if (!listed.Contains(file.Identity))
                file.Unlist(_time.GetTimestamp());
        }
    }

    /// <summary>Lets go of a file; if it comes back, it goes on where it was left.</summary>
    public void Close(FollowedFile file)
    {
        _journal.History.Remember(file.Position);
        _files.Remove(file.Identity);
        foreach (var name in _names.Where(n => n.Value == file).Select(n => n.Key).ToList())
            _names.Remove(name);
        file.Dispose();
    }

    public void CloseAll()
    {
        foreach (var file in _files.Values)
            file.Dispose();
    }

    IEnumerable<(string Path, FileStatus Status)> Matches()
    {
        _directories.Clear();
        foreach (var glob in _globs)
        {
            foreach (var path in glob.Expand(_journal, _directories))
            {
                var status = FileStatus.Of(path);
                if (status.Kind == FileKind.Regular)
                    yield return (path, status);
                else if (Complaint(status.Kind, glob) is { } reason)
                    _journal.Failed(path, FileError.Unreadable, reason);
            }
        }
    }

    /// <summary>Patterns may match directories and the like by chance; a name that was given is meant.</summary>
    string? Complaint(FileKind kind, FileGlob glob) => kind switch
    {
        FileKind.Unreadable => "access denied, or a loop of symbolic links",
        FileKind.Other when glob.IsLiteral => "not a regular file",
        FileKind.Missing when glob.IsLiteral && _options.Once => "no such file",
        _ => null,
    };

    void List(FollowedFile file, string path, FileStatus status)
    {
        file.List(path, status);
        if (file is TailedFile plain)
            _names[path] = plain;
    }

    void Add(FollowedFile file, List<FollowedFile> added)
    {
        // Between listing and opening, a name can have come to lead to a file that is followed under another.
        if (_files.TryAdd(file.Identity, file))
            added.Add(file);
        else
            file.Dispose();
    }

    void Place(FollowedFile file, bool atStart, bool isListed)
    {
        var known = _opener.TryPlaceKnown(file);
        if (!known && !isListed && atStart)
        {
            // Its inode was given to another file since the earlier run, and no pattern asks for it.
            _files.Remove(file.Identity);
            file.Dispose();
            return;
        }

        var isNew = !known && !_copies.TryPlaceCopy(file, atStart, _files.Values);
        if (isNew)
            _opener.PlaceNew(file, atStart);
        _journal.Found(file.Path, file.Position.Offset);

        if (file is not TailedFile plain)
            return;
        if (isNew && _names.TryGetValue(file.Path, out var before) && before != file)
        {
            before.Supersede(_time.GetTimestamp());
            _journal.Rotated(file.Path);
        }

        _names[file.Path] = plain;
    }
}
