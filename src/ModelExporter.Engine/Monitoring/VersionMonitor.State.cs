using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Monitoring.State;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Engine.Monitoring;

public sealed partial class VersionMonitor
{
    byte[]? _baselineJson;

    string BaselineShape => ModelShape.OfBaseline(_config, _given);

    // Everything behind the first lines is of the bins that the baseline has, so it fits where that does.
    string InputsShape => $"{BaselineShape}\nbins: {(Inputs is null ? "none" : Inputs.Layout.Hash)}";

    string LabelsShape => $"{BaselineShape}\nbins: {(Labels is null ? "none" : Labels.Layout.Hash)}";

    internal void Capture(StateCapture capture, string name)
    {
        capture.Add($"{name}/traffic", "", to =>
        {
            Traffic.Save(to);
            Latency.Save(to);
            Counters.Save(to);
            to.Write(LastPrediction);
        });
        capture.Add($"{name}/outcomes", ModelShape.OfOutcomes(_config, _given), to =>
        {
            Outcomes.Save(to);
            LabelDelay.Save(to);
            to.Write(LastLabel);
        });
        capture.Add($"{name}/baseline", BaselineShape, SaveBaseline);
        if (Inputs is { } inputs) capture.Add($"{name}/inputs", InputsShape, inputs.Cells.Save);
        if (Labels is { } labels) capture.Add($"{name}/labels", LabelsShape, labels.Cells.Save);
    }

    internal void Restore(StateRestore state, string name)
    {
        state.TryRead($"{name}/traffic", "", from =>
        {
            Traffic = WindowedCells.Restore(from, _config.Windows, Traffic.CountCells, Traffic.SumCells);
            Latency.Restore(from);
            Counters.Restore(from);
            LastPrediction = from.ReadInt64();
        });
        state.TryRead($"{name}/outcomes", ModelShape.OfOutcomes(_config, _given), from =>
        {
            Outcomes = WindowedCells.Restore(from, _config.Windows, Outcomes.CountCells, Outcomes.SumCells);
            LabelDelay.Restore(from);
            LastLabel = from.ReadInt64();
        });
        state.TryRead($"{name}/baseline", BaselineShape, RestoreBaseline);
        if (Inputs is { } inputs) state.TryRead($"{name}/inputs", InputsShape, from => inputs.Restore(from, _config.Windows));
        if (Labels is { } labels) state.TryRead($"{name}/labels", LabelsShape, from => labels.Restore(from, _config.Windows));
    }

    void SaveBaseline(BinaryWriter to)
    {
        byte[] json = Baseline is null ? [] : _baselineJson ??= BaselineJson.Write(Baseline);
        to.Write(json.Length);
        to.Write(json);
        _extent.Save(to);
        _labelExtent.Save(to);
        Save(to, _learner);
        Save(to, _labelLearner);
    }

    void RestoreBaseline(BinaryReader from)
    {
        byte[] json = from.ReadBytes(from.ReadInt32());
        if (json.Length > 0) Adopt(BaselineJson.Read(json) with { Hash = _given?.Hash ?? "" });
        _extent.Restore(from);
        _labelExtent.Restore(from);
        _learner = Restore(from);
        _labelLearner = Restore(from);
    }

    static void Save(BinaryWriter to, BaselineLearner? learner)
    {
        to.Write(learner is not null);
        learner?.Save(to);
    }

    BaselineLearner? Restore(BinaryReader from)
    {
        if (!from.ReadBoolean()) return null;
        var learner = new BaselineLearner(_config);
        learner.Restore(from);
        return learner;
    }
}
