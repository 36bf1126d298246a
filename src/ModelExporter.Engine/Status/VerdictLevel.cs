using System.Text.Json.Serialization;

namespace ModelExporter.Engine.Status;

/// <summary>How a model is, from what is worth nobody's time to what is worth a page.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VerdictLevel>))]
public enum VerdictLevel
{
    /// <summary>No prediction came yet.</summary>
    [JsonStringEnumMemberName("waiting")]
    Waiting,

    /// <summary>Its baseline is being learnt.</summary>
    [JsonStringEnumMemberName("learning")]
    Learning,

    /// <summary>Nothing is wrong.</summary>
    [JsonStringEnumMemberName("healthy")]
    Healthy,

    /// <summary>Features have drifted; its performance is not known to have suffered.</summary>
    [JsonStringEnumMemberName("drifting")]
    Drifting,

    /// <summary>A figure of performance is beyond its threshold.</summary>
    [JsonStringEnumMemberName("degraded")]
    Degraded,
}
