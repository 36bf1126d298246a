namespace ModelExporter.Engine.Monitoring.Outcomes;

/// <summary>A probability in 16 bits, to three digits at both ends: above one half its distance to 1 is kept, with a minus sign.</summary>
static class ScoreCode
{
    public static Half Encode(double score) => score switch
    {
        double.NaN => Half.NaN,
        < 0.5 => (Half)Math.Max(score, 0),
        _ => (Half)(-Math.Max(1 - score, 0)),
    };

    public static float Decode(Half code) => Half.IsNegative(code) ? 1 + (float)code : (float)code;
}
