namespace ModelExporter.Sources.Files;

/// <summary>Looks for files that were being read in an earlier run and have been renamed since, maybe out of their pattern.</summary>
static class ResumeSearch
{
    /// <summary>Lists files beside the old names that have the identity of one of the positions.</summary>
    public static List<(string Path, FileStatus Status)> FindRenamed(IEnumerable<FilePosition> positions)
    {
        var found = new List<(string, FileStatus)>();
        foreach (var directory in positions.Where(IsElsewhere).GroupBy(p => Path.GetDirectoryName(p.Path)!))
        {
            var wanted = directory.Select(p => new FileIdentity(p.Device, p.Inode)).ToHashSet();
            foreach (var path in Entries(directory.Key))
            {
                var status = FileStatus.Of(path);
                if (status.Kind == FileKind.Regular && wanted.Contains(status.Identity))
                    found.Add((path, status));
            }
        }

        return found;
    }

    static bool IsElsewhere(FilePosition position) =>
        FileStatus.Of(position.Path).Identity != new FileIdentity(position.Device, position.Inode);

    static string[] Entries(string directory)
    {
        try
        {
            return Directory.GetFileSystemEntries(directory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The patterns say whether it matters, and report it.
            return [];
        }
    }
}
