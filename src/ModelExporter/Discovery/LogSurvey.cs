using ModelExporter.Engine.Records;

namespace ModelExporter.Discovery;

/// <summary>What was seen of logs: the beginning of every file, through the decoder that will read them, and the newest time at their end.</summary>
sealed class LogSurvey
{
    const int MostLines = 10_000;
    const int FewestLines = 500;
    const int MostLinesInAll = 100_000;
    const int LinesBetweenDrains = 64;

    /// <summary>Given as the time of arrival, so that a record without a time is known by it.</summary>
    const long NoTime = long.MinValue;

    readonly List<FileSurvey> _files = [];
    readonly List<ModelSurvey> _models = [];
    readonly Dictionary<RecordKey, SeenLabel> _labels = [];
    string? _defaultModel;

    LogSurvey()
    {
    }

    public IReadOnlyList<FileSurvey> Files => _files;

    public IReadOnlyList<ModelSurvey> Models => _models;

    /// <summary>Labels by the id of their prediction.</summary>
    public IReadOnlyDictionary<RecordKey, SeenLabel> Labels => _labels;

    /// <summary>The model of records that name none, where it was needed to be known.</summary>
    public string? DefaultModel => _defaultModel;

    /// <summary>The times of records, in microseconds since the epoch; null = none has one.</summary>
    public (long Oldest, long Newest)? Times { get; private set; }

    public static LogSurvey Of(IReadOnlyList<string> paths, string? model)
    {
        var survey = new LogSurvey();
        int lines = Math.Clamp(MostLinesInAll / paths.Count, FewestLines, MostLines);
        var named = new HashSet<string>();
        foreach (string path in paths)
        {
            var file = new FileSurvey(path);
            foreach (var line in LogExcerpt.Read(path, lines).Head) file.Shapes.Add(line);
            survey._files.Add(file);
            named.UnionWith(file.Shapes.Models.Where(IsName));
        }
        survey._defaultModel = model ?? (named.Count == 1 ? named.First() : ModelNames.Of(paths[0]));
        survey._models.AddRange(named.Append(survey._defaultModel).Distinct().Select(n => new ModelSurvey(n)));
        foreach (var file in survey._files) survey.Read(file, LogExcerpt.Read(file.Path, lines));
        return survey;
    }

    static bool IsName(string model) => System.Text.Encoding.UTF8.GetByteCount(model) <= RecordLimits.NameBytes;

    void Read(FileSurvey file, LogExcerpt excerpt)
    {
        file.IsWhole = excerpt.IsWhole;
        file.IsFlat = HasNoFeatures(excerpt);
        var router = NewRouter();
        router.OnReject = reason => file.Rejected[reason.Sentence()] = file.Rejected.GetValueOrDefault(reason.Sentence()) + 1;
        Decode(excerpt.Head, file.IsFlat, router, (model, batch) => Take(file, model, batch));
        router.OnReject = null;
        Decode(excerpt.Tail, file.IsFlat, router, (_, batch) => TakeTimes(batch));
    }

    /// <summary>Whether there are predictions, and none of them has features where they belong.</summary>
    bool HasNoFeatures(LogExcerpt excerpt)
    {
        var (predictions, features) = (0, 0);
        Decode(excerpt.Head, flat: false, NewRouter(), (_, batch) =>
        {
            foreach (ref readonly var row in batch.Rows)
            {
                if (row.IsPrediction) predictions++;
                features += row.FeatureCount;
            }
        });
        return predictions > 0 && features == 0;
    }

    RecordRouter NewRouter() => new([.. _models.Select(m => m.Name)], _defaultModel, [], seed: 0);

    static void Decode(IReadOnlyList<ReadOnlyMemory<byte>> lines, bool flat, RecordRouter router, Action<int, RecordBatch> take)
    {
        var decoder = new NativeDecoder(flat);
        for (int i = 0; i < lines.Count; i++)
        {
            decoder.Decode(lines[i].Span, new PayloadContext(NoTime), router);
            if (i % LinesBetweenDrains != LinesBetweenDrains - 1 && i < lines.Count - 1) continue;
            for (int model = 0; model < router.Models; model++)
            {
                if (!router.TryTake(model, out var batch)) continue;
                take(model, batch);
                batch.Release();
            }
        }
    }

    void Take(FileSurvey file, int model, RecordBatch batch)
    {
        TakeTimes(batch);
        foreach (ref readonly var row in batch.Rows)
        {
            long? time = row.Time == NoTime ? null : row.Time;
            if (row.IsPrediction)
            {
                file.Predictions++;
                _models[model].Add(batch, row, time);
            }
            else
            {
                file.Labels++;
                if (ScalarText.Of(batch, row.Label) is { } label) _labels[row.Key] = new SeenLabel(label, time);
            }
        }
    }

    void TakeTimes(RecordBatch batch)
    {
        foreach (ref readonly var row in batch.Rows)
        {
            if (row.Time == NoTime) continue;
            var (oldest, newest) = Times ?? (row.Time, row.Time);
            Times = (Math.Min(oldest, row.Time), Math.Max(newest, row.Time));
        }
    }
}
