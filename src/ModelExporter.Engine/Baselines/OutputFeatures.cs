namespace ModelExporter.Engine.Baselines;

/// <summary>What a model says, and what came true, watched for drift like its inputs.</summary>
public static class OutputFeatures
{
    public const string Score = "prediction.score";
    public const string Label = "prediction.label";
    public const string Value = "prediction.value";

    /// <summary>Ground truth; it comes with the labels, not with the predictions.</summary>
    public const string Truth = "label";

    public static bool IsOutput(string feature) => feature is Score or Label or Value or Truth;
}
