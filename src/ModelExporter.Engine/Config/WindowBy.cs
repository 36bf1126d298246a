namespace ModelExporter.Engine.Config;

/// <summary>Which time puts a joined pair of prediction and label into a window.</summary>
public enum WindowBy
{
    /// <summary>The label's time: "how good are the answers we learned about lately".</summary>
    Label,

    /// <summary>The prediction's time: "how good were the predictions made then".</summary>
    Prediction,
}
