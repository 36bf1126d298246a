using System.Text.Json.Serialization;

namespace ModelExporter.Benchmarks.Line;

/// <summary>A record of the generated log as plain objects: what most programs would read it into.</summary>
sealed class PocoRecord
{
    public string? Id { get; set; }
    public DateTimeOffset Ts { get; set; }
    public string? Model { get; set; }
    public string? Version { get; set; }
    public PocoFeatures? Features { get; set; }
    public PocoPrediction? Prediction { get; set; }
    public string? Label { get; set; }
}

sealed class PocoPrediction
{
    public string? Label { get; set; }
    public double Score { get; set; }
}

sealed class PocoFeatures
{
    public double? Amount { get; set; }
    public double? Age { get; set; }
    public double? Tenure { get; set; }
    public double? Balance { get; set; }
    [JsonPropertyName("tx_24h")] public double? Transactions { get; set; }
    [JsonPropertyName("avg_7d")] public double? Average { get; set; }
    public double? Dist { get; set; }
    public double? Speed { get; set; }
    public double? Hour { get; set; }
    [JsonPropertyName("ip_risk")] public double? IpRisk { get; set; }
    [JsonPropertyName("dev_age")] public double? DeviceAge { get; set; }
    public double? Util { get; set; }
    public double? Risk { get; set; }
    public double? Session { get; set; }
    public double? Clicks { get; set; }
    public double? Lat { get; set; }
    public double? Lon { get; set; }
    public double? Temp { get; set; }
    public double? Ratio { get; set; }
    public double? Z { get; set; }
    public string? Country { get; set; }
    public string? Device { get; set; }
    public string? Channel { get; set; }
    public string? Plan { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PocoRecord))]
sealed partial class PocoContext : JsonSerializerContext;
