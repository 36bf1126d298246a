using ModelExporter.Engine.Config;

namespace ModelExporter.Discovery;

/// <summary>What a field is taken for.</summary>
/// <param name="Type">Null = it is left out.</param>
/// <param name="Why">What spoke for it; empty = it is plain.</param>
readonly record struct FeatureGuess(FeatureType? Type, string Why);
