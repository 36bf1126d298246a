namespace ModelExporter.Tests.EndToEnd;

/// <summary>A test that fills a disk: skipped where none may be mounted.</summary>
sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        if (!SmallDisk.IsAllowed) Skip = "a disk to fill may not be mounted here";
    }
}
