using System.Text.Json;

namespace ModelExporter.Statistics.Tests.Golden;

/// <summary>Makes the numeric sample of a golden case, as <c>numeric_sample</c> of <c>make_golden.py</c> does.</summary>
static class SampleRecipe
{
    public static double[] Sample(JsonElement recipe)
    {
        var random = new LinearCongruentialGenerator((ulong)recipe.Count("seed"));
        string shape = recipe.GetProperty("shape").GetString()!;
        double[] values = new double[recipe.Count("n")];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Value(random, shape) * recipe.Optional("scale", 1) + recipe.Optional("shift", 0);
            if (i % 10 < recipe.Optional("spoiledOfTen", 0))
                values[i] = values[i] * recipe.Optional("spoilFactor", 0) + recipe.Optional("spoilOffset", 0);
        }
        return values;
    }

    static double Value(LinearCongruentialGenerator random, string shape) => shape switch
    {
        "normal" => random.Normal(),
        "lognormal" => Math.Exp(random.Normal()),
        "hours" => Math.Floor(24 * random.Next()),
        "late hours" => Math.Floor(24 * Math.Pow(random.Next(), 0.9)),
        "masses" => random.Next() switch { < 0.3 => 0, < 0.4 => 100, _ => 50 * Math.Exp(random.Normal()) },
        _ => throw new ArgumentException($"Unknown shape \"{shape}\".", nameof(shape)),
    };
}
