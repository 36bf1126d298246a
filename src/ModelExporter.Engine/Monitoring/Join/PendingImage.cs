namespace ModelExporter.Engine.Monitoring.Join;

/// <summary>The pending table as it was at one moment.</summary>
sealed class PendingImage(IReadOnlyList<ShardImage> shards)
{
    /// <summary>Bytes that <see cref="Save"/> writes.</summary>
    public long Length => shards.Sum(s => s.Length);

    public void Save(Stream to)
    {
        var writer = new BinaryWriter(to);
        var copy = new ShardCopy();
        foreach (var shard in shards) shard.Save(writer, copy);
        writer.Flush();
    }
}
