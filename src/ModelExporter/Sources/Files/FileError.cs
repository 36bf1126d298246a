namespace ModelExporter.Sources.Files;

/// <summary>Why a file or directory could not be read.</summary>
public enum FileError
{
    /// <summary>It could not be opened or listed, or is no regular file.</summary>
    Unreadable,

    /// <summary>A gzip file is damaged or ends too early.</summary>
    Gzip,

    /// <summary>Reading failed after it had been opened.</summary>
    Io,
}
