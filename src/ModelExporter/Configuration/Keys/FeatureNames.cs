using System.Text;
using System.Text.Json;
using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Records;

namespace ModelExporter.Configuration.Keys;

/// <summary>Which names a feature may have.</summary>
static class FeatureNames
{
    const string OutputPrefix = "prediction.";

    public static (string Problem, string Remedy)? FaultOf(string name)
    {
        if (name == OutputFeatures.Truth || name.StartsWith(OutputPrefix, StringComparison.Ordinal))
            return ("the name is reserved", $"rename it: {OutputFeatures.Truth} and {OutputPrefix}* are the model's own outputs");
        if (Encoding.UTF8.GetByteCount(name) is 0 or > RecordLimits.NameBytes)
            return ("the name is empty or too long", $"name the feature in 1 to {RecordLimits.NameBytes} bytes");
        return null;
    }

    public static void WriteSchema(Utf8JsonWriter json) => json.Schema("propertyNames", name =>
    {
        name.WriteNumber("minLength", 1);
        name.WriteNumber("maxLength", RecordLimits.NameBytes);
        name.Schema("not", reserved => reserved.Pattern($@"^({OutputFeatures.Truth}$|{OutputPrefix.Replace(".", @"\.", StringComparison.Ordinal)})"));
    });
}
