using System.Globalization;
using System.Reflection;

namespace ModelExporter.Tests.Configuration;

/// <summary>The configs that other tests hold the loader to, good and bad ones.</summary>
static class KnownConfigs
{
    /// <summary>Errors that need more than a schema: how long a duration is, what else the file says, how YAML is written.</summary>
    static readonly string[] Beyond =
    [
        "is out of range; write a duration", "\"59s\" is not a window", "\"401d\" is not a window", "\"last_10000020\"", "\"1e400\"", "\"1e999\"", "\"2e6\" is not a whole",
        "is there twice", "the same as", "already; give each", "unknown model", "it is empty", "tag \"", "\\u0000",
    ];

    public static IEnumerable<string> Good =>
    [
        ConfigText.Minimal, ConfigText.EveryKey,
        File.ReadAllText(Repository.PathOf("examples", "churn", "modelexporter.yml")),
        File.ReadAllText(Repository.PathOf("deploy", "modelexporter.example.yml")),
        "models: [{name: a}]\ndefaults: {task: binary, classes: [a, b], performance: {thresholds: {r2: 0.5}}}",
        ConfigText.Minimal + "\nsources:\nhttp:\ncheckpoint:\ndefaults:",
        ConfigText.Model("positive_label: true"), ConfigText.Model("ignored_features: [1, 1.0, 01]"),
        ConfigText.Model("score_threshold: '.5'"), ConfigText.Model("limits: {features: '20'}"),
        .. RangeConfigs(from: 0),
    ];

    public static IEnumerable<string> Bad => RangeConfigs(from: 2)
        .Concat(Cases(typeof(ConfigErrorTests), nameof(ConfigErrorTests.Read_ModelWithOneError_TellsPathLineAndRemedy)).Select(c => ConfigText.Model((string)c[0])))
        .Concat(Cases(typeof(ConfigErrorTests), nameof(ConfigErrorTests.Read_FileWithOneError_TellsPathLineAndRemedy)).Select(c => (string)c[0]))
        .Concat(Cases(typeof(ConfigErrorTests), nameof(ConfigErrorTests.Read_BadSource_SaysWhatIsWrong)).Select(c => $"sources:\n  - {{{c[0]}}}\n{ConfigText.Minimal}"))
        .Concat(Cases(typeof(KafkaConfigTests), nameof(KafkaConfigTests.Keys_Wrong_AreRefused)).Select(c => KafkaConfigTests.Source((string)c[0])))
        .Concat(Cases(typeof(KafkaConfigTests), nameof(KafkaConfigTests.Settings_Wrong_AreRefused)).Select(c => KafkaConfigTests.Source("topics: [a]", (string)c[0])))
        .Where(IsYaml);

    public static IEnumerable<string> GoodMutants
    {
        get
        {
            var random = new Random(7);
            while (true)
            {
                string mutant = ConfigFuzzTests.Mutate(ConfigText.EveryKey, random);
                if (ConfigText.Read(mutant).Config is not null && IsYaml(mutant)) yield return mutant;
            }
        }
    }

    /// <summary>Whether all that is wrong with a config is beyond schemas.</summary>
    public static bool IsBeyondSchemas(string yaml) => ConfigText.Errors(yaml).All(error => Beyond.Any(b => error.Contains(b, StringComparison.Ordinal)));

    static IEnumerable<string> RangeConfigs(int from)
    {
        foreach (object[] c in Cases(typeof(ConfigRangeTests), nameof(ConfigRangeTests.ModelKey_AtAndBeyondTheEndsOfItsRange_IsTakenAndRefused)))
            foreach (object value in c[(1 + from)..(3 + from)]) yield return ConfigText.Model(string.Format(CultureInfo.InvariantCulture, (string)c[0], value));
        foreach (object[] c in Cases(typeof(ConfigRangeTests), nameof(ConfigRangeTests.FileKey_AtAndBeyondTheEndsOfItsRange_IsTakenAndRefused)))
            foreach (object value in c[(1 + from)..(3 + from)]) yield return $"{ConfigText.Minimal}\nsources: [{{file: {{paths: [a], {c[0]}: {value}}}}}]";
    }

    static IEnumerable<object[]> Cases(Type tests, string method) =>
        tests.GetMethod(method)!.GetCustomAttributes<InlineDataAttribute>().SelectMany(data => data.GetData(null!));

    /// <summary>Whether an editor gets as far as the schema: malformed YAML is told before.</summary>
    static bool IsYaml(string yaml)
    {
        try
        {
            YamlJson.Of(yaml);
            return !yaml.Contains("<<:", StringComparison.Ordinal) && !yaml.Contains("\n---", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is YamlDotNet.Core.YamlException or ArgumentException or InvalidCastException)
        {
            return false;
        }
    }
}
