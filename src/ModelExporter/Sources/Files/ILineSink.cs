namespace ModelExporter.Sources.Files;

/// <summary>Takes blocks of whole lines; its task ends when they are taken in, which is the back-pressure.</summary>
public interface ILineSink
{
    /// <summary>Takes lines, each ended by <c>\n</c>, and the position behind them.</summary>
    /// <param name="lines">
    /// Valid only until the task completes. Empty when only the position moved: over a line that was too long, to the end where
    /// reading starts there, or over a copy of what was read under another name.
    /// </param>
    /// <param name="header">The first line of their file, without its newline, where files have a header; the same memory as long as the file stays the same. It may be among the lines.</param>
    /// <param name="end">The position to go on from once these lines are kept.</param>
    /// <param name="cancellation">Cancelled when the tail is.</param>
    ValueTask TakeAsync(ReadOnlyMemory<byte> lines, ReadOnlyMemory<byte> header, FilePosition end, CancellationToken cancellation);
}
