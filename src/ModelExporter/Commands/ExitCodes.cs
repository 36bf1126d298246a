namespace ModelExporter.Commands;

/// <summary>What the program exits with.</summary>
static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>Something failed while it ran.</summary>
    public const int Failed = 1;

    /// <summary>It was told something it cannot do: a bad config, a port that is taken, a file that is not there.</summary>
    public const int Usage = 2;
}
