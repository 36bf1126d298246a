namespace ModelExporter.Configuration;

/// <summary>Where a file is read from when it is seen for the first time.</summary>
public enum FileStart
{
    Beginning,
    End,
}
