namespace ModelExporter.Sources.Files;

/// <summary>Where in which file a block ended: enough to go on from there after a restart.</summary>
/// <param name="Path">The name the file had when it was last seen.</param>
/// <param name="Device">The device the file is on; 0 where the platform has none.</param>
/// <param name="Inode">The file's number on its device; elsewhere a hash of path and creation time.</param>
/// <param name="Offset">The byte after the last line taken; for gzip files of the uncompressed content.</param>
/// <param name="Fingerprint">XXH3 of the first min(1024, Offset) bytes of content: tells a reused inode and a rewritten file.</param>
public sealed record FilePosition(string Path, ulong Device, ulong Inode, long Offset, ulong Fingerprint);
