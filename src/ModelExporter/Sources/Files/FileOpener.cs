using ModelExporter.Configuration;
namespace ModelExporter.Sources.Files;

/// <summary>Opens files that were found, at the position where they were left if they are known.</summary>
sealed class FileOpener(FileTailOptions options, FileJournal journal)
{
    /// <summary>Opens a file; null if it cannot be read now or, as a gzip file, has nothing in it yet.</summary>
    public async ValueTask<FollowedFile?> OpenAsync(string path, FileStatus status, CancellationToken cancellation)
    {
        try
        {
            return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
                ? await OpenGzipAsync(path, status, cancellation)
                : OpenPlain(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            journal.Failed(path, FileError.Unreadable, e.Message);
            return null;
        }
    }

    /// <summary>Sets where reading starts in a file that is no copy of another; false if it is new.</summary>
    public bool TryPlaceKnown(FollowedFile file)
    {
        var position = journal.History.Find(file.Identity, file.Head) ?? journal.History.FindResumed(file.Path, file.Head);
        if (position is null)
            return false;

        file.StartAt(position.Offset);
        file.ReportedOffset = position.Offset;
        return true;
    }

    public void PlaceNew(FollowedFile file, bool atStart)
    {
        if (atStart && options.Start == FileStart.End)
            file.StartAtEnd();
        else
            file.StartAt(0);
    }

    TailedFile OpenPlain(string path)
    {
        var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var head = new FileHead();
        head.Refresh(handle);
        // The name may lead to another file than when it was listed: what is open counts.
        return new TailedFile(path, FileStatus.Of(handle, path), handle, head, journal);
    }

    async ValueTask<GzipFile?> OpenGzipAsync(string path, FileStatus status, CancellationToken cancellation)
    {
        if (status.Length == 0)
            return null;

        var head = new FileHead();
        head.Refresh((await GzipFile.ReadHeadAsync(path, status.Identity, cancellation)).Span);
        return new GzipFile(path, status, head, journal);
    }
}
