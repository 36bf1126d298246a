using Microsoft.Extensions.Logging.Abstractions;
using ModelExporter.Sources.Files;

namespace ModelExporter.Discovery;

/// <summary>Finds the files that paths and globs mean now.</summary>
static class LogFiles
{
    /// <param name="logs">Paths or globs.</param>
    /// <param name="missing">Those that mean no file, with the reason.</param>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> logs, out IReadOnlyList<string> missing)
    {
        var journal = new FileJournal(NullLogger.Instance, new FileTailCounters(), new FileHistory([]));
        var (found, faults) = (new List<string>(), new List<string>());
        foreach (string log in logs)
        {
            if (log.Length == 0 || Path.EndsInDirectorySeparator(log) || Directory.Exists(log))
            {
                faults.Add($"{log}: not a file; name a log, or a glob such as {Path.Combine(log, "*.jsonl")}");
                continue;
            }
            var files = new FileGlob(log).Expand(journal, new HashSet<string>()).Where(f => FileStatus.Of(f).Kind == FileKind.Regular).ToList();
            // A pipe cannot be looked into and then read.
            if (files.Count == 0) faults.Add(File.Exists(log) ? $"{log}: not a regular file, or one that may not be read" : $"{log}: no such file");
            found.AddRange(files);
        }
        missing = faults;
        return [.. found.Distinct()];
    }
}
