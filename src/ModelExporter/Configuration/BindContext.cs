namespace ModelExporter.Configuration;

/// <summary>What every key is read with.</summary>
/// <param name="Folder">The folder of the config file, to which paths in it are relative.</param>
/// <param name="Errors">Where what is wrong goes.</param>
sealed record BindContext(string Folder, ConfigErrors Errors);
