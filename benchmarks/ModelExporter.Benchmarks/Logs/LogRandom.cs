namespace ModelExporter.Benchmarks.Logs;

/// <summary>Seeded random numbers.</summary>
sealed class LogRandom(int seed)
{
    readonly Random _random = new(seed);

    public int Below(int limit) => _random.Next(limit);

    public double Share() => _random.NextDouble();

    /// <summary>A standard normal value (Box and Muller).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    public Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
