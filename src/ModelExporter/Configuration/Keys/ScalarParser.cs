using System.Diagnostics.CodeAnalysis;

namespace ModelExporter.Configuration.Keys;

/// <summary>Makes a value of text; false = it is none.</summary>
delegate bool ScalarParser<V>(string text, [MaybeNullWhen(false)] out V value);
