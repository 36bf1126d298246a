using ModelExporter.Configuration;
namespace ModelExporter.Sources.Files;

/// <summary>Which files to follow and how.</summary>
public sealed record FileTailOptions
{
    /// <summary>Glob patterns; <c>*</c>, <c>?</c> and <c>[…]</c> work in the file name and in directories.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Where to start in files that exist at the start and have no position in <see cref="Resume"/>; from the beginning by default.</summary>
    public FileStart Start { get; init; } = FileStart.Beginning;

    /// <summary>How long a change may go unseen where watching does not work; 1 s by default.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longer lines are dropped whole; 1 MiB by default, 1 byte to 1 GiB. It bounds the memory of the tail.</summary>
    public int MaxLineBytes { get; init; } = 1 << 20;

    /// <summary>Whether the first line of each file is its header, which is handed over with all of its lines.</summary>
    public bool HasHeader { get; init; }

    /// <summary>Read what is there to its end, the last line even without its newline, and finish.</summary>
    public bool Once { get; init; }

    /// <summary>Positions to go on from: the latest one of every file that was ever reported to the sink.</summary>
    public IReadOnlyList<FilePosition> Resume { get; init; } = [];
}
