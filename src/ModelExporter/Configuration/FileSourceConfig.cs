namespace ModelExporter.Configuration;

/// <summary>Files that are read as they grow.</summary>
public sealed record FileSourceConfig
{
    /// <summary>Absolute paths, which may be globs; at least one.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Where a file is read from when it is seen for the first time. Default its beginning.</summary>
    public FileStart Start { get; init; } = FileStart.Beginning;

    /// <summary>How often the files are looked at. Default 1 second; 1 second to 1 hour.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A longer line is rejected. Default 1 MiB; 1 KiB to 64 MiB.</summary>
    public int MaxLineBytes { get; init; } = 1024 * 1024;
}
