namespace ModelExporter.Configuration;

/// <summary>Where messages are copied to that hold a record that was rejected: a topic of the same brokers, or a file.</summary>
/// <param name="Topic">The topic; null = a file.</param>
/// <param name="File">The file, an absolute path; null = a topic.</param>
/// <param name="MaxBytes">The file grows to this size at most. Default 64 MiB; 1 KiB to 1024 MiB.</param>
public sealed record DeadLetterConfig(string? Topic = null, string? File = null, int MaxBytes = 64 * 1024 * 1024);
