using ModelExporter.Pipeline;

namespace ModelExporter.Commands;

/// <summary>What a command serves.</summary>
/// <param name="File">The config file, which a reload reads again; null = there is none.</param>
/// <param name="Plan">What was made of it.</param>
/// <param name="Hash">Its hash.</param>
sealed record ServedConfig(string? File, Plan Plan, string Hash);
