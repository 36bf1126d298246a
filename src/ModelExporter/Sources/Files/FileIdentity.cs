namespace ModelExporter.Sources.Files;

/// <summary>What stays the same when a file is renamed, and differs when another takes its name.</summary>
readonly record struct FileIdentity(ulong Device, ulong Inode);
