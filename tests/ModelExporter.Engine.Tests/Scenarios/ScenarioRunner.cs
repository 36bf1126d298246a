using System.Globalization;
using System.Text.RegularExpressions;
using ModelExporter.Engine.Records;
using ModelExporter.Engine.Status;

namespace ModelExporter.Engine.Tests.Scenarios;

/// <summary>Plays a scenario line by line: writes what a log would say, decodes and applies it, and reads the snapshot.</summary>
/// <param name="restarts">Whether the engine is restarted before each line.</param>
/// <remarks>The language is described in <c>README.md</c> beside the scenarios.</remarks>
sealed partial class ScenarioRunner(bool restarts = false)
{
    static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    EngineHarness? _engine;
    long _elapsed;

    /// <summary>Expectations met so far.</summary>
    public int Expectations { get; private set; }

    EngineHarness Engine => _engine ?? throw new FormatException("a scenario begins with its config");

    long Now => (Start - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond + _elapsed;

    public void Run(string line)
    {
        var words = ScenarioLine.Words(line);
        if (words.Count == 0 || words[0].StartsWith('#')) return;
        if (restarts) _engine?.Restart();
        switch (words[0])
        {
            case "config": _engine = new EngineHarness(ScenarioConfig.Of(words.Skip(1))); break;
            case "at": At(line, words); break;
            case "expect" when words is [_, "verdict", var level, ..]: ExpectVerdict(level, line); break;
            case "expect": Expect(words); break;
            default: throw new FormatException($"a line begins with config, at, expect or #, not with \"{words[0]}\"");
        }
    }

    void At(string line, List<string> words)
    {
        _elapsed = ScenarioLine.Duration(words[1]);
        var rest = words.Skip(2).ToList();
        var (times, every) = (1, 0L);
        if (rest is ["repeat", var count, ..])
        {
            (times, rest) = (int.Parse(count, CultureInfo.InvariantCulture), rest[2..]);
            if (rest is ["every", var step, ..]) (every, rest) = (ScenarioLine.Duration(step), rest[2..]);
        }
        for (int i = 0; i < times; i++)
        {
            Do(line, [.. rest.Select(word => Counter().Replace(word, m => Count(m, i)))]);
            Engine.Monitor.Advance(Now);
            if (i < times - 1) _elapsed += every;
        }
    }

    void Do(string line, List<string> words)
    {
        if (words.Count == 0) return;
        var time = Start.AddMicroseconds(_elapsed);
        string json = words[0] switch
        {
            "predict" => ScenarioRecord.Prediction(words.Skip(1), time),
            "label" => ScenarioRecord.Label(words.Skip(1), time),
            "raw" => line[(line.IndexOf(" raw ", StringComparison.Ordinal) + " raw ".Length)..].Trim(),
            _ => throw new FormatException($"at … predict, label, raw or nothing, not \"{words[0]}\""),
        };
        Engine.Apply(json, Now);
    }

    void Expect(List<string> words)
    {
        if (words.Count is < 3 or > 4) throw new FormatException("expect <series> <value or absent> [~tolerance]");
        double? actual = words[1].StartsWith("rejected{", StringComparison.Ordinal) ? Rejected(words[1]) : Engine.Snapshot(Now).Read(words[1]);
        string said = actual is { } number ? number.ToString("R", CultureInfo.InvariantCulture) : "absent";
        if (words[2] == "absent")
        {
            if (actual is not null) throw new ScenarioException($"it is {said}");
        }
        else
        {
            double expected = double.Parse(words[2], CultureInfo.InvariantCulture);
            double tolerance = words.Count == 4 ? double.Parse(words[3].TrimStart('~'), CultureInfo.InvariantCulture) : 1e-9;
            if (actual is not { } value || Math.Abs(value - expected) > tolerance) throw new ScenarioException($"it is {said}");
        }
        Expectations++;
    }

    /// <summary>Asking is looking: since when a trouble is there is known from one look to the next.</summary>
    void ExpectVerdict(string level, string line)
    {
        Engine.Monitor.Advance(Now);
        var verdict = StatusBuilder.Build(Engine.Monitor).Verdict;
        string actual = $"{verdict.Level.ToString().ToLowerInvariant()} {verdict.Text}";
        string expected = line[line.IndexOf(level, StringComparison.Ordinal)..].Trim();
        if (actual != expected) throw new ScenarioException($"it is {actual}");
        Expectations++;
    }

    /// <summary>What the router counts: records that are no rows have no model to be said about.</summary>
    double Rejected(string series)
    {
        var reason = RejectReasons.All.Single(r => series == $"rejected{{reason=\"{r.Key()}\"}}");
        return Engine.Router.Rejected[(int)reason];
    }

    static string Count(Match match, int i) =>
        (match.Groups[1].Success ? i % int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : i).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{i(?:%(\d+))?\}")]
    private static partial Regex Counter();
}
