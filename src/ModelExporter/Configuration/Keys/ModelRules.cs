using System.Text.Json;
using ModelExporter.Configuration.Yaml;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring.Outcomes;

namespace ModelExporter.Configuration.Keys;

/// <summary>Holds the keys of one model against each other: what goes with its task, and what excludes what.</summary>
static class ModelRules
{
    static readonly (string Key, string Meaning)[] BaselineKinds =
    [
        ("file", "file names a baseline that was made before"),
        ("first", "first learns a baseline from the model's own first predictions"),
        ("span", "span learns a baseline from the model's own first hours"),
    ];

    /// <summary>The keys that count: without what does not go with the others, which is an error unless it was inherited.</summary>
    public static MappingNode Check(MappingNode model, ConfigErrors errors)
    {
        if (Choices.Task.TryFind(model["task"], out var task))
        {
            model = KeepKeysOf(task, model, errors);
            model = KeepThresholdsOf(task, model, errors);
        }
        RefuseEqualLabels(model, errors);
        return CheckBaseline(model, errors);
    }

    /// <summary>What goes with the task, where the model says it itself.</summary>
    public static void WriteSchema(Utf8JsonWriter json) => json.Schemas("allOf", Enum.GetValues<TaskKind>().Select<TaskKind, Action<Utf8JsonWriter>>(task =>
        rule => rule.If("task", Choices.Task.WordOf(task), then => then.Schema("properties", keys =>
        {
            foreach (var other in ModelKeys.All.Where(k => k.Row.OnlyFor is { } only && only != task)) keys.WriteBoolean(other.Name, false);
            keys.Schema("performance", performance => performance.Schema("properties", inside => inside.Schema("thresholds", thresholds =>
                thresholds.Schema("propertyNames", names => names.Strings("enum", PerformanceKeys.For(task))))));
        }))));

    /// <summary>A model has one baseline: its own outdoes an inherited one.</summary>
    public static MappingNode CheckBaseline(MappingNode model, ConfigErrors errors)
    {
        if (model["baseline"] is not MappingNode baseline) return model;
        var kinds = BaselineKinds.SelectMany(k => baseline.Entries.Where(e => e.Key == k.Key)).OrderBy(e => e.IsInherited).ToList();
        if (kinds.Count < 2) return model;
        var kept = kinds[0];
        foreach (var other in kinds.Where(e => e != kept && e.IsInherited == kept.IsInherited))
            errors.Add(other.Path, other.Line, $"{other.Key} beside {kept.Key}", $"keep one: {BaselineKinds.First(k => k.Key == other.Key).Meaning}");
        return model.With("baseline", baseline.Where(e => e == kept || !kinds.Contains(e)));
    }

    static MappingNode KeepKeysOf(TaskKind task, MappingNode model, ConfigErrors errors)
    {
        return model.Where(entry =>
        {
            if (ModelKeys.All.FirstOrDefault(k => k.Name == entry.Key)?.Row.OnlyFor is not { } only || only == task) return true;
            if (!entry.IsInherited)
            {
                errors.Add(entry.Path, entry.Line, $"does not go with task {Choices.Task.WordOf(task)}",
                    $"remove it; it is for task {Choices.Task.WordOf(only)}");
            }
            return false;
        });
    }

    static MappingNode KeepThresholdsOf(TaskKind task, MappingNode model, ConfigErrors errors)
    {
        if (model["performance"] is not MappingNode performance || performance["thresholds"] is not MappingNode thresholds) return model;
        return model.With("performance", performance.With("thresholds", thresholds.Where(entry =>
        {
            if (!ThresholdNames.IsOfAnotherTask(entry.Key, task)) return true;
            if (!entry.IsInherited)
            {
                errors.Add(entry.Path, entry.Line, $"no metric of task {Choices.Task.WordOf(task)}",
                    $"remove it; known: {string.Join(", ", PerformanceKeys.For(task))}");
            }
            return false;
        })));
    }

    static void RefuseEqualLabels(MappingNode model, ConfigErrors errors)
    {
        string positive = model["positive_label"] is ScalarNode scalar ? scalar.Text : ModelKeys.Empty.PositiveLabel;
        if (model["negative_label"] is ScalarNode negative && negative.Text == positive)
        {
            errors.Add(negative, "the same as positive_label",
                "name the other class, or remove it to take the first other one that is seen");
        }
    }
}
