using System.Diagnostics.CodeAnalysis;
using ModelExporter.Configuration.Yaml;

namespace ModelExporter.WebConfiguration;

/// <summary>Makes a value of a scalar; false = it is none.</summary>
delegate bool GoScalarParser<V>(ScalarNode scalar, [MaybeNullWhen(false)] out V value);
