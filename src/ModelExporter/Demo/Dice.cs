namespace ModelExporter.Demo;

/// <summary>Seeded chance: the same numbers on every runtime, which <see cref="Random"/> does not promise.</summary>
/// <remarks>SplitMix64 (G. Steele, D. Lea, C. Flood, Fast Splittable Pseudorandom Number Generators, 2014); normal numbers by Box and Muller.</remarks>
sealed class Dice(ulong seed)
{
    ulong _state = seed;

    /// <summary>From 0 up to 1, without 1.</summary>
    public double Uniform()
    {
        ulong bits = _state += 0x9E3779B97F4A7C15;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return ((bits ^ (bits >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    public bool Chance(double probability) => Uniform() < probability;

    public double Normal(double mean, double deviation) =>
        mean + deviation * Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    public double Exponential(double mean) => -mean * Math.Log(1 - Uniform());

    /// <summary>An index, each as likely as its weight is large.</summary>
    public int Pick(ReadOnlySpan<double> weights)
    {
        double sum = 0;
        foreach (double weight in weights) sum += weight;
        double rest = Uniform() * sum;
        for (int i = 0; i < weights.Length - 1; i++)
        {
            rest -= weights[i];
            if (rest < 0) return i;
        }
        return weights.Length - 1;
    }
}
