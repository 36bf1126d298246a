using ModelExporter.Configuration;

namespace ModelExporter.Tests.Configuration;

public sealed class ConfigErrorTests
{
    const string ModelKeys =
        "known: name, task, positive_label, negative_label, score_threshold, classes, features, ignored_features, baseline, windows, clock, labels, performance, drift, alerts, limits";

    /// <summary>The one error of a binary model with a fourth line.</summary>
    [Theory]
    [InlineData("drift: {statistic: psy}", "models[0].drift.statistic: unknown statistic \"psy\"; known: psi, ks, js, wasserstein, hellinger, tv, linf, kl")]
    [InlineData("drift: {statistic: [psi]}", "models[0].drift.statistic: a list where a statistic belongs; known: psi, ks, js, wasserstein, hellinger, tv, linf, kl")]
    [InlineData("windws: [1h]", "models[0].windws: unknown key \"windws\"; did you mean windows? " + ModelKeys)]
    [InlineData("segments: {}", "models[0].segments: unknown key \"segments\"; " + ModelKeys)]
    [InlineData("drift: psi", "models[0].drift: text where a mapping belongs; write \"key: value\" lines with keys of: statistic, threshold, min_samples")]
    [InlineData("features: [age]", "models[0].features: a list where a mapping belongs; write \"feature: choice\" lines; numeric, categorical")]
    [InlineData("features: {age: number}", "models[0].features.age: unknown type of feature \"number\"; known: numeric, categorical")]
    [InlineData("features: {label: numeric}", "models[0].features.label: the name is reserved; rename it: label and prediction.* are the model's own outputs")]
    [InlineData("features: {prediction.score: numeric}",
        "models[0].features.prediction.score: the name is reserved; rename it: label and prediction.* are the model's own outputs")]
    [InlineData("features: {'': numeric}", "models[0].features.\"\": the name is empty or too long; name the feature in 1 to 256 bytes")]
    [InlineData("windows: 1h", "models[0].windows: text where a list belongs; write [a, b], or a line \"- a\" for each item")]
    [InlineData("windows: []", "models[0].windows: 0 items in the list; write 1 to 8")]
    [InlineData("windows: [1m, 2m, 3m, 4m, 5m, 6m, 7m, 8m, 9m]", "models[0].windows: 9 items in the list; write 1 to 8")]
    [InlineData("windows: [1h, 1h]", "models[0].windows[1]: the same as an item before it; keep one; the first is on line 4")]
    [InlineData("windows: [1h, last_30]",
        "models[0].windows[1]: \"last_30\" is not a window; write a window: 1m to 400d or last_20 to last_10000000, such as 5m, 24h or last_1000; last_N takes multiples of 20")]
    [InlineData("clock: utc", "models[0].clock: unknown clock \"utc\"; known: wall, event")]
    [InlineData("labels: {horizon: 7 days}", "models[0].labels.horizon: \"7 days\" is not a duration; write a duration: 1m to 4000d, such as 30s, 5m, 1h or 7d")]
    [InlineData("labels: {horizon: 10s}", "models[0].labels.horizon: \"10s\" is out of range; write a duration: 1m to 4000d, such as 30s, 5m, 1h or 7d")]
    [InlineData("labels: {max_pending: 2e6}", "models[0].labels.max_pending: \"2e6\" is not a whole number; write a whole number: 1000 to 500000000")]
    [InlineData("labels: {max_pending: 99999999999999999999}",
        "models[0].labels.max_pending: \"99999999999999999999\" is out of range; write a whole number: 1000 to 500000000")]
    [InlineData("labels: {max_pending: -5}", "models[0].labels.max_pending: \"-5\" is out of range; write a whole number: 1000 to 500000000")]
    [InlineData("score_threshold: half", "models[0].score_threshold: \"half\" is not a number; write a number: above 0 and below 1")]
    [InlineData("score_threshold: .nan", "models[0].score_threshold: \".nan\" is not a number; write a number: above 0 and below 1")]
    [InlineData("score_threshold: 1", "models[0].score_threshold: \"1\" is out of range; write a number: above 0 and below 1")]
    [InlineData("score_threshold:", "models[0].score_threshold: \"\" is not a number; write a number: above 0 and below 1")]
    [InlineData("score_threshold: {a: 1}", "models[0].score_threshold: a mapping where a number belongs; write a number: above 0 and below 1")]
    [InlineData("positive_label:", "models[0].positive_label: \"\" is out of range; write a text: 1 to 256 bytes")]
    [InlineData("negative_label: 1",
        "models[0].negative_label: the same as positive_label; name the other class, or remove it to take the first other one that is seen")]
    [InlineData("classes: [a, b]", "models[0].classes: does not go with task binary; remove it; it is for task multiclass")]
    [InlineData("performance: {thresholds: {acuracy: 0.8}}",
        "models[0].performance.thresholds.acuracy: unknown metric \"acuracy\"; did you mean accuracy? known: accuracy, balanced_accuracy, precision, recall, " +
        "specificity, f1, mcc, cohen_kappa, roc_auc, average_precision, log_loss, brier_score, calibration_error, mean_absolute_error, " +
        "root_mean_squared_error, median_absolute_error, mean_absolute_percentage_error, r2")]
    [InlineData("performance: {thresholds: {r2: 0.8}}",
        "models[0].performance.thresholds.r2: no metric of task binary; remove it; known: accuracy, balanced_accuracy, precision, recall, specificity, " +
        "f1, mcc, cohen_kappa, roc_auc, average_precision, log_loss, brier_score, calibration_error")]
    [InlineData("performance: {thresholds: {accuracy: 1e999}}", "models[0].performance.thresholds.accuracy: \"1e999\" is out of range; write a number")]
    [InlineData("baseline: {file: b.json, first: 100}",
        "models[0].baseline.first: first beside file; keep one: first learns a baseline from the model's own first predictions")]
    [InlineData("baseline: {first: 100, span: 1h}",
        "models[0].baseline.span: span beside first; keep one: span learns a baseline from the model's own first hours")]
    [InlineData("baseline: {file: }", "models[0].baseline.file: nothing where a path belongs; write a path: relative to the config file, or absolute")]
    [InlineData("baseline: {file: \"a\\0b\"}",
        "models[0].baseline.file: \"a\\u0000b\" where a path belongs; write a path: relative to the config file, or absolute")]
    [InlineData("name: other", "models[0].name: key \"name\" is there twice; keep one; the first is on line 2")]
    [InlineData("[a]: b", "models[0]: a list as a key; keys are plain text")]
    [InlineData("clock: !!str wall", "models[0].clock: tag \"tag:yaml.org,2002:str\"; remove it: values are read by what their key expects")]
    [InlineData("clock: *wall", "models[0].clock: alias *wall has no anchor; write &wall before the value it stands for, above this line")]
    [InlineData("<<: wall", "models[0].\"<<\": << merges text; give it a mapping or a list of mappings, such as <<: *base")]
    public void Read_ModelWithOneError_TellsPathLineAndRemedy(string line, string error)
    {
        Assert.Equal($"config.yml:4: {error}", ConfigText.Errors(ConfigText.Model(line))[0]);
    }

    [Theory]
    [InlineData("", 1, "models: required key is missing; add it: The models whose records are expected.")]
    [InlineData("# nothing\n", 1, "models: required key is missing; add it: The models whose records are expected.")]
    [InlineData("models: []", 1, "models: 0 items in the list; write 1 to 1000")]
    [InlineData("models:", 1, "models: 0 items in the list; write 1 to 1000")]
    [InlineData("- models", 1, "a list where a mapping belongs; write \"key: value\" lines with keys of: sources, http, checkpoint, models, defaults")]
    [InlineData("models:\n  - task: binary", 2, "models[0].name: required key is missing; add it: What records call the model, unique.")]
    [InlineData("models:\n  - name: a", 2, "models[0].task: required key is missing; add it: What it predicts: one of two classes, one of several, or a number.")]
    [InlineData("models:\n  - name: a\n    task: ranking", 3, "models[0].task: unknown task \"ranking\"; known: binary, multiclass, regression")]
    [InlineData("models:\n  - name: a\n    task: binary\n  - name: a\n    task: binary", 4,
        "models[1].name: name \"a\" is there twice; give it another name; the first is on line 2")]
    [InlineData("models:\n  - churn", 2, "models[0]: text where a mapping belongs; write \"key: value\" lines with keys of: name, task, positive_label, " +
        "negative_label, score_threshold, classes, features, ignored_features, baseline, windows, clock, labels, performance, drift, alerts, limits")]
    [InlineData(ConfigText.Minimal + "\nmodel: x", 4, "model: unknown key \"model\"; did you mean models? known: sources, http, checkpoint, models, defaults")]
    [InlineData(ConfigText.Minimal + "\nsources: [{}]", 4, "sources[0]: neither file nor kafka; add file: {paths: […]} or kafka: {topics: […], config: {…}}")]
    [InlineData(ConfigText.Minimal + "\nsources:\n  - file: {paths: [logs/]}", 5,
        "sources[0].file.paths[0]: \"logs/\" names a folder; write a glob of files: relative to the config file, or absolute")]
    [InlineData(ConfigText.Minimal + "\nsources:\n  - file:\n      start: end", 5, "sources[0].file.paths: required key is missing; add it: The files, as globs.")]
    [InlineData(ConfigText.Minimal + "\nsources: [{file: {paths: []}}]", 4, "sources[0].file.paths: 0 items in the list; write 1 to 1000")]
    [InlineData(ConfigText.Minimal + "\nsources: [{model: chum, file: {paths: [a]}}]", 4, "sources[0].model: unknown model \"chum\"; did you mean churn? known: churn")]
    [InlineData(ConfigText.Minimal + "\nsources: [{flat: yes, file: {paths: [a]}}]", 4, "sources[0].flat: \"yes\" is not a boolean; write a boolean: true or false")]
    [InlineData(ConfigText.Minimal + "\nsources:\n  - {name: file-2, file: {paths: [a]}}\n  - {file: {paths: [b]}}", 6,
        "sources[1]: name \"file-2\" is there twice; give it another name; the first is on line 5")]
    [InlineData(ConfigText.Minimal + "\nhttp: {max_body_bytes: 10MB}", 4,
        "http.max_body_bytes: \"10MB\" is not a size; write a size: 1KiB to 256MiB, such as 65536, 64KiB or 1MiB")]
    [InlineData(ConfigText.Minimal + "\ndefaults: {name: x}", 4, "defaults.name: unknown key \"name\"; known: task, positive_label, negative_label, " +
        "score_threshold, classes, features, ignored_features, baseline, windows, clock, labels, performance, drift, alerts, limits")]
    [InlineData(ConfigText.Minimal + "\n---\nmodels: []", 4, "a second document begins; keep one document in a file")]
    public void Read_FileWithOneError_TellsPathLineAndRemedy(string yaml, int line, string error)
    {
        Assert.Equal([$"config.yml:{line}: {error}"], ConfigText.Errors(yaml));
    }

    [Theory]
    [InlineData("models:\n  - name: [a", 3)]
    [InlineData("models:\n\t- name: a", 1)]
    [InlineData("models:\n  - name: \"a", 2)]
    [InlineData("unknown: key\nmodels: {a: b\nc", 3)]
    public void Read_MalformedYaml_IsOneErrorNearItsLine(string yaml, int line)
    {
        string error = Assert.Single(ConfigText.Errors(yaml));

        Assert.StartsWith($"config.yml:{line}: not valid YAML: ", error, StringComparison.Ordinal);
        Assert.EndsWith("; mend it here or in the lines around it", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TwelveErrors_TellsTwelveLinesAtOnceInTheOrderOfTheFile()
    {
        const string yaml = """
            sourcs: []
            sources:
              - file: {paths: logs}
                model: chrun
            http:
              max_body_bytes: 1GiB
            models:
              - name: churn
                task: binary
                classes: [a, b]
                windows: [1h, 1h]
                drift:
                  statistic: psy
                  threshold: -1
              - name: churn
                features:
                  label: numeric
            defaults:
              limits: {versions: 0}
            """;

        var errors = ConfigText.Read(yaml).Errors;

        Assert.Equal(
            [
                (1, "sourcs"), (3, "sources[0].file.paths"), (4, "sources[0].model"), (6, "http.max_body_bytes"), (10, "models[0].classes"),
                (11, "models[0].windows[1]"), (13, "models[0].drift.statistic"), (14, "models[0].drift.threshold"), (15, "models[1].name"),
                (15, "models[1].task"), (17, "models[1].features.label"), (19, "defaults.limits.versions"),
            ],
            errors.Select(e => (e.Line, e.Path)));
        Assert.All(errors, e => Assert.NotEmpty(e.Remedy));
        Assert.All(errors, e => Assert.DoesNotContain('\n', e.Describe("config.yml")));
    }

    [Fact]
    public void Read_KeyOfManyLines_IsStillOneLineOfError()
    {
        string error = Assert.Single(ConfigText.Errors($"{ConfigText.Minimal}\n\"a\\nb\\u2028{new string('x', 500)}\": 1"));

        Assert.DoesNotContain('\n', error);
        Assert.DoesNotContain('\u2028', error);
        Assert.InRange(error.Length, 1, 300);
    }

    [Theory]
    [InlineData("file: {paths: [a.jsonl]}, columns: {label: y}", "sources[0].columns: columns of a log that is not CSV; add format: csv, or remove it: the fields of JSON have names of their own")]
    [InlineData("file: {paths: [a.csv]}, format: json, columns: {label: y}", "sources[0].columns: columns of a log that is not CSV; add format: csv, or remove it: the fields of JSON have names of their own")]
    [InlineData("file: {paths: [a.csv]}, columns: {label: y, score: y}", "sources[0].columns.score: column \"y\" is label already; give each its own column")]
    [InlineData("file: {paths: [a.csv]}, columns: {lable: y}", "sources[0].columns.lable: unknown key \"lable\"; did you mean label? known: id, ts, model, version, prediction, score, label, latency_ms, features")]
    [InlineData("file: {paths: [a.csv]}, format: tsv", "sources[0].format: unknown format \"tsv\"; known: json, csv")]
    public void Read_BadSource_SaysWhatIsWrong(string source, string expected)
    {
        string error = Assert.Single(ConfigText.Errors($"sources:\n  - {{{source}}}\nmodels: [{{name: a, task: binary}}]\n"));
        Assert.EndsWith(expected, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("paths: [a.csv, b.CSV.gz]", RecordFormat.Csv)]
    [InlineData("paths: [a.csv, b.jsonl]", RecordFormat.Json)]
    [InlineData("paths: [a.log]", RecordFormat.Json)]
    public void Read_NoFormat_IsToldByTheNames(string file, RecordFormat expected) =>
        Assert.Equal(expected, ConfigText.Good($"sources:\n  - file: {{{file}}}\nmodels: [{{name: a, task: binary}}]\n").Sources[0].Format);
}
