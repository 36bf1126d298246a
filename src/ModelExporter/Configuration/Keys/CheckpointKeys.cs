namespace ModelExporter.Configuration.Keys;

/// <summary>The table of the keys of checkpoints.</summary>
static class CheckpointKeys
{
    static readonly IReadOnlyList<Key<CheckpointConfig>> All =
    [
        Key<CheckpointConfig>.Of("path", new PathType("folder"), null,
            "The folder that checkpoints are kept in, of this exporter alone; without it a restart begins anew.",
            (c, path) => c with { Path = path }).Example("/var/lib/modelexporter"),
        Key<CheckpointConfig>.Of("interval", Scalars.Duration("1s", "1h"), "10s",
            "How often a checkpoint is written when records came; one is written at the end too.",
            (c, interval) => c with { Interval = interval }),
    ];

    public static readonly RecordType<CheckpointConfig> Type = new(new CheckpointConfig(), All);
}
