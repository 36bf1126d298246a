namespace ModelExporter.Sources.Files;

/// <summary>Where reading starts in files that exist when the tail does; later files are always read from their beginning.</summary>
public enum FileStart
{
    Beginning,
    End,
}
