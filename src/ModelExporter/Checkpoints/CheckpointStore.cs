using ModelExporter.Engine.Monitoring.State;

namespace ModelExporter.Checkpoints;

/// <summary>The folder that checkpoints are kept in: the last one, the one before it, and nobody else's.</summary>
public sealed class CheckpointStore : IDisposable
{
    const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    readonly FileStream _lock;

    CheckpointStore(string folder, CheckpointCounters counters, FileStream @lock) => (Folder, Counters, _lock) = (folder, counters, @lock);

    public string Folder { get; }

    public CheckpointCounters Counters { get; }

    /// <summary>The last checkpoint.</summary>
    public string Current => Path.Combine(Folder, "checkpoint");

    /// <summary>The one before it.</summary>
    public string Previous => Path.Combine(Folder, "checkpoint.previous");

    /// <summary>One that is being written; one that is whole if the process ended between two names.</summary>
    string Unfinished => Path.Combine(Folder, "checkpoint.unfinished");

    /// <summary>Takes a folder, which is made if it is not there.</summary>
    /// <exception cref="IOException">It cannot be written to, or another process has it.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written to.</exception>
    public static CheckpointStore Open(string folder, CheckpointCounters counters)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnersOnly | UnixFileMode.UserExecute);
        var file = OpenFile(Path.Combine(folder, "lock"), FileMode.OpenOrCreate);
        try
        {
            // Locked by hand: the program has told .NET not to lock what it opens.
            if (!OperatingSystem.IsMacOS()) file.Lock(0, 1);
            return new CheckpointStore(folder, counters, file);
        }
        catch (IOException e)
        {
            file.Dispose();
            throw new IOException($"{folder} is used by another process", e);
        }
    }

    /// <summary>Opens the newest checkpoint that is whole; null = there is none.</summary>
    /// <param name="refused">Told of those that are not, and why. They are set aside.</param>
    public CheckpointReader? Load(Action<string, string> refused)
    {
        bool isOlder = false;
        foreach (string path in Candidates().Where(File.Exists))
        {
            try
            {
                var reader = CheckpointReader.Open(path);
                reader.IsOlder = isOlder;
                return reader;
            }
            catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                Counters.Fail(CheckpointFailure.Refused);
                refused(path, e.Message);
                SetAside(path);
                isOlder = true;
            }
        }
        return null;
    }

    /// <summary>Writes a checkpoint; when this returns, it is on disk.</summary>
    /// <returns>Its bytes.</returns>
    /// <exception cref="IOException">The disk is full or fails; the checkpoints before it are as they were.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to any more.</exception>
    public long Write(IEnumerable<StateSection> sections, long time)
    {
        long length;
        using (var file = OpenFile(Unfinished, FileMode.Create))
        {
            using var buffered = new BufferedStream(file, 1 << 20);
            CheckpointWriter.Write(buffered, sections, time);
            buffered.Flush();
            file.Flush(flushToDisk: true);
            length = file.Length;
        }
        if (File.Exists(Current)) File.Move(Current, Previous, overwrite: true);
        File.Move(Unfinished, Current, overwrite: true);
        FolderSync.Sync(Folder);
        return length;
    }

    public void Dispose() => _lock.Dispose();

    // Where the process ended between the two renames of a write, there is no last one, and the unfinished one is whole.
    string[] Candidates() => File.Exists(Current) ? [Current, Previous] : File.Exists(Previous) ? [Unfinished, Previous] : [];

    static FileStream OpenFile(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnersOnly;
        return new FileStream(path, options);
    }

    static void SetAside(string path)
    {
        try
        {
            File.Move(path, path + ".refused", overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is refused all the same, and the next one is written over it.
        }
    }
}
