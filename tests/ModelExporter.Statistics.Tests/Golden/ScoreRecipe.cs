using System.Text.Json;

namespace ModelExporter.Statistics.Tests.Golden;

/// <summary>Makes the labels and scores of a golden case, as <c>score_sample</c> of <c>make_golden.py</c> does.</summary>
static class ScoreRecipe
{
    public static (bool Positive, float Score)[] Sample(JsonElement recipe)
    {
        var random = new LinearCongruentialGenerator((ulong)recipe.Count("seed"));
        string shape = recipe.GetProperty("shape").GetString()!;
        double rate = recipe.Number("rate");
        var sample = new (bool, float)[recipe.Count("n")];
        for (int i = 0; i < sample.Length; i++)
        {
            bool positive = random.Next() < rate;
            sample[i] = (positive, Math.Min(1, (float)Score(random, shape, positive)));
        }
        return sample;
    }

    static double Score(LinearCongruentialGenerator random, string shape, bool positive)
    {
        double u = random.Next();
        return shape switch
        {
            "smooth" => Smooth(u, positive),
            "ties" => Math.Round(10 * Smooth(u, positive)) / 10,
            "tiny" => 0.003 * Math.Exp(random.Normal() + (positive ? 1 : 0)),
            "near one" => 1 - 0.003 * Math.Exp(random.Normal() + (positive ? 0 : 1)),
            "useless" => u,
            _ => throw new ArgumentException($"Unknown shape \"{shape}\".", nameof(shape)),
        };
    }

    static double Smooth(double u, bool positive) => positive ? Math.Sqrt(u) : u * u;
}
