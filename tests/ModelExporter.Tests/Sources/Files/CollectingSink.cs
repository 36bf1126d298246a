using System.Text;
using ModelExporter.Sources.Files;

namespace ModelExporter.Tests.Sources.Files;

/// <summary>Keeps the lines it is given, and can be closed to hold the tail up.</summary>
sealed class CollectingSink : ILineSink
{
    readonly List<(string Lines, FilePosition End)> _blocks = [];
    readonly List<string> _headers = [];
    readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    TaskCompletionSource _open = new();

    public CollectingSink() => _open.SetResult();

    /// <summary>All lines, each ended by <c>|</c> to be easy to compare.</summary>
    public string Text => string.Concat(Blocks.Select(b => b.Lines)).Replace('\n', '|');

    public IReadOnlyList<(string Lines, FilePosition End)> Blocks
    {
        get
        {
            lock (_blocks)
                return [.. _blocks];
        }
    }

    /// <summary>The headers that came with each block of lines.</summary>
    public IReadOnlyList<string> Headers
    {
        get
        {
            lock (_blocks)
                return [.. _headers];
        }
    }

    /// <summary>Ends when the first block has come.</summary>
    public Task Entered => _entered.Task;

    /// <summary>The latest position of every file, as a checkpoint would keep it.</summary>
    public IReadOnlyList<FilePosition> Positions =>
        [.. Blocks.GroupBy(b => (b.End.Device, b.End.Inode)).Select(g => g.Last().End)];

    public void Close() => _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => _open.SetResult();

    public async ValueTask TakeAsync(ReadOnlyMemory<byte> lines, ReadOnlyMemory<byte> header, FilePosition end, CancellationToken cancellation)
    {
        Assert.True(lines.IsEmpty || lines.Span[^1] == '\n', "a block ends with a whole line");
        lock (_blocks)
        {
            _blocks.Add((Encoding.UTF8.GetString(lines.Span), end));
            if (!lines.IsEmpty)
                _headers.Add(Encoding.UTF8.GetString(header.Span));
        }

        _entered.TrySetResult();
        await _open.Task.WaitAsync(cancellation);
    }
}
