namespace ModelExporter.Sources.Files;

/// <summary>What happens to the files: counts it, logs it once, and remembers how far what ended was read.</summary>
sealed partial class FileJournal(ILogger logger, FileTailCounters counters, FileHistory history)
{
    // Beyond so many paths in trouble at once, saying a few of them twice is better than growing.
    const int MaxTroubles = 1024;

    readonly HashSet<string> _troubles = [];

    public FileHistory History => history;

    public void Found(string path, long offset) => Log.Found(logger, path, offset);

    public void Rotated(string path)
    {
        counters.Rotated();
        Log.Rotated(logger, path);
    }

    public void Truncated(FilePosition ended)
    {
        counters.Truncated();
        history.Remember(ended);
        Log.Truncated(logger, ended.Path, ended.Offset);
    }

    public void IsCopy(string path, string original) => Log.IsCopy(logger, path, original);

    /// <summary>Reports a failure unless the same path has failed ever since.</summary>
    public void Failed(string path, FileError error, string reason)
    {
        if (_troubles.Count == MaxTroubles)
            _troubles.Clear();
        if (!_troubles.Add(path))
            return;

        counters.Failed(error);
        Log.Failed(logger, path, reason);
    }

    public void Recovered(string path)
    {
        if (_troubles.Remove(path))
            Log.Recovered(logger, path);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "following {Path} from byte {Offset}")]
        public static partial void Found(ILogger logger, string path, long offset);

        [LoggerMessage(LogLevel.Information, "{Path} was rotated: following the new file")]
        public static partial void Rotated(ILogger logger, string path);

        [LoggerMessage(LogLevel.Information, "{Path} was truncated after byte {Offset}: reading from its beginning")]
        public static partial void Truncated(ILogger logger, string path, long offset);

        [LoggerMessage(LogLevel.Information, "{Path} begins as {Original} does: taking it for a copy, its lines are not counted twice")]
        public static partial void IsCopy(ILogger logger, string path, string original);

        [LoggerMessage(LogLevel.Warning, "cannot read {Path}: {Reason}; trying again")]
        public static partial void Failed(ILogger logger, string path, string reason);

        [LoggerMessage(LogLevel.Information, "{Path} can be read again")]
        public static partial void Recovered(ILogger logger, string path);
    }
}
