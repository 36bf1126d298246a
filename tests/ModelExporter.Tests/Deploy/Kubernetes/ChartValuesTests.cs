using System.Text.Json.Nodes;
using ModelExporter.Tests.Configuration;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>Values, their schema and their table in the README say the same.</summary>
public sealed class ChartValuesTests
{
    static readonly JsonObject Values = JsonNode.Parse(YamlJson.Of(File.ReadAllText(Path.Combine(Chart.Folder, "values.yaml"))))!.AsObject();

    static readonly JsonObject Schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Chart.Folder, "values.schema.json")))!.AsObject();

    /// <summary>To write the table anew, run this test with <c>UPDATE_GENERATED=1</c> in the environment.</summary>
    [Fact]
    public void Readme_Table_IsFresh()
    {
        string page = Path.Combine(Chart.Folder, "README.md");
        string fresh = ChartValues.Into(File.ReadAllText(page));
        if (Repository.IsUpdating) File.WriteAllText(page, fresh);
        Assert.Equal(fresh, File.ReadAllText(page));
    }

    [Fact]
    public void Schema_Keys_AreThoseOfTheValues()
    {
        AssertSame("", Values, Schema, "global");

        static void AssertSame(string path, JsonObject values, JsonObject schema, params string[] besides)
        {
            var properties = schema["properties"]!.AsObject();
            Assert.Equal(values.Select(v => v.Key).Concat(besides).Order(StringComparer.Ordinal), properties.Select(p => p.Key).Order(StringComparer.Ordinal));
            Assert.False(schema["additionalProperties"]!.GetValue<bool>(), path);
            foreach (var (name, property) in properties)
            {
                if (property!.AsObject().ContainsKey("properties")) AssertSame($"{path}.{name}", values[name]!.AsObject(), property.AsObject());
            }
        }
    }

    [RequiresClusterToolsTheory]
    [InlineData("replicas=2", "additional properties 'replicas' not allowed")]
    [InlineData("serviceMonitor.enable=true", "additional properties 'enable' not allowed")]
    [InlineData("replicaCount=two", "at '/replicaCount'")]
    [InlineData("kind=DaemonSet", "at '/kind'")]
    [InlineData("config=models", "at '/config'")]
    [InlineData("image.variant=alpine", "at '/image/variant'")]
    [InlineData("networkPolicy.kafkaPorts={kafka}", "at '/networkPolicy/kafkaPorts/0'")]
    [InlineData("persistence.size=much", "at '/persistence/size'")]
    [InlineData("env[0].valuefrom.x=1", "at '/env/0'")]
    [InlineData("extraArgs={run}", "at '/extraArgs/0'")]
    [InlineData("podLabels.a=1", "at '/podLabels/a'")]
    public async Task Schema_UnknownKeyOrWrongType_IsRefused(string set, string expected) =>
        Assert.Contains(expected, await Chart.RefusalAsync("-f", Chart.ValuesOf(Chart.Stateless), "--set", set), StringComparison.Ordinal);

    [RequiresClusterToolsFact]
    public async Task Values_WithoutModels_AreRefusedWithWhatToDo() =>
        Assert.Contains("config.models is empty", await Chart.RefusalAsync(), StringComparison.Ordinal);

    [RequiresClusterToolsFact]
    public async Task Values_CheckpointWithoutAVolume_AreRefusedWithWhatToDo() => Assert.Contains(
        "needs kind=StatefulSet", await Chart.RefusalAsync("-f", Chart.ValuesOf(Chart.Stateless), "--set", "config.checkpoint.path=/state"), StringComparison.Ordinal);
}
