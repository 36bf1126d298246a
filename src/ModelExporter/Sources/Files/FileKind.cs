namespace ModelExporter.Sources.Files;

/// <summary>What a path leads to.</summary>
enum FileKind
{
    Missing,
    Regular,
    Other,
    Unreadable,
}
