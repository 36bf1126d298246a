namespace ModelExporter.Engine.Config;

/// <summary>Whether a feature is a quantity or a name.</summary>
public enum FeatureType
{
    Numeric,
    Categorical,
}
