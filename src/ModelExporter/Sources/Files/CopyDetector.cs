namespace ModelExporter.Sources.Files;

/// <summary>
/// Keeps lines from being read twice that are in a copy of a followed file, as copytruncate and compressors make them: a new file whose
/// content begins as that of a known one waits until its original ends, or at most <see cref="Patience"/>, and goes on where that was left.
/// So what copytruncate cut off before it was read is found in the copy.
/// </summary>
/// <remarks>
/// A plain file is taken for a copy only by its full first 1024 bytes, and if it came after its original: files there at the start
/// may well be equal. Plain copies shorter than that are read again.
/// </remarks>
sealed class CopyDetector(FileTailOptions options, FileJournal journal, TimeProvider time)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Sets where reading starts, or what to wait for, if a new file is a copy; false if it is none.</summary>
    public bool TryPlaceCopy(FollowedFile file, bool atStart, IEnumerable<FollowedFile> followed)
    {
        if (file.Head.IsEmpty || (file is TailedFile && !file.Head.IsFull))
            return false;
        // Of a header that long every file has the same beginning.
        if (options.HasHeader && !file.Head.HasNewline)
            return false;

        if (journal.History.FindContent(file.Head) is { } ended)
        {
            journal.IsCopy(file.Path, ended.Path);
            file.StartBehind(ended.Offset);
            return true;
        }

        if (file is TailedFile && atStart)
            return false;

        var original = followed.OfType<TailedFile>().Where(o => IsOriginal(o, file)).MaxBy(o => o.Position.Offset);
        if (original is null)
            return false;

        journal.IsCopy(file.Path, original.Path);
        file.WaitFor(original, time.GetTimestamp());
        return true;
    }

    /// <summary>Whether a file must still wait for its original.</summary>
    public bool IsWaiting(FollowedFile file)
    {
        if (file.Original is not { } original)
            return false;

        if (original.IsClosed || original.Generation != file.OriginalGeneration)
            file.StartBehind(journal.History.FindContent(file.Head)?.Offset ?? 0);
        else if (options.Once || time.GetElapsedTime(file.LastActivity) >= Patience)
            file.StartBehind(original.Position.Offset);
        else
            return true;
        return false;
    }

    static bool IsOriginal(TailedFile original, FollowedFile copy) =>
        original != copy
        && original.Original is null
        && !original.Head.IsEmpty
        && (copy is GzipFile || original.Head.IsFull)
        && copy.Head.StartsWith(original.Head);
}
