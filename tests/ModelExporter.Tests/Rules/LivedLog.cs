using System.Text.Json.Nodes;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Rules;

/// <summary>Writes predictions to a log as if they were made now, and their labels a moment later.</summary>
sealed class LivedLog(TestFolder folder, string name)
{
    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    public string Path => folder[name];

    /// <summary>Spreads rows evenly over a time.</summary>
    public async Task LiveAsync(IReadOnlyList<JsonObject> rows, TimeSpan time, CancellationToken cancel)
    {
        int steps = (int)(time / Step);
        var labels = new List<string>();
        using var timer = new PeriodicTimer(Step);
        for (int step = 0; step < steps && await timer.WaitForNextTickAsync(cancel); step++)
        {
            var lines = labels;
            labels = [];
            for (int i = rows.Count * step / steps; i < rows.Count * (step + 1) / steps; i++)
            {
                var prediction = rows[i].DeepClone().AsObject();
                string now = DateTimeOffset.UtcNow.ToString("O");
                labels.Add(new JsonObject { ["id"] = prediction["id"]!.DeepClone(), ["model"] = prediction["model"]!.DeepClone(), ["label"] = prediction["label"]!.DeepClone() }.ToJsonString());
                prediction.Remove("label");
                prediction["ts"] = now;
                lines.Add(prediction.ToJsonString());
            }
            folder.Append(name, lines);
        }
        folder.Append(name, labels);
    }
}
