namespace ModelExporter.Configuration.Keys;

/// <summary>The table of the keys of a source's files.</summary>
static class FileKeys
{
    const int MaxPaths = 1000;

    static readonly IReadOnlyList<Key<FileSourceConfig>> All =
    [
        Key<FileSourceConfig>.Of("paths", new ListType<string>(new PathType("glob"), 1, MaxPaths), null,
            "The files, as globs.",
            (f, paths) => f with { Paths = paths }).Required().Example("[/var/log/models/*.jsonl]"),
        Key<FileSourceConfig>.Of("start", Choices.Start, "beginning",
            "Where a file is read from when it is seen for the first time.",
            (f, start) => f with { Start = start }),
        Key<FileSourceConfig>.Of("poll_interval", Scalars.Duration("1s", "1h"), "1s",
            "How often the files are looked at.",
            (f, interval) => f with { PollInterval = interval }),
        Key<FileSourceConfig>.Of("max_line_bytes", Scalars.Size("1KiB", "64MiB"), "1MiB",
            "A longer line is rejected.",
            (f, bytes) => f with { MaxLineBytes = bytes }),
    ];

    public static readonly RecordType<FileSourceConfig> Type = new(new FileSourceConfig { Paths = [] }, All);
}
