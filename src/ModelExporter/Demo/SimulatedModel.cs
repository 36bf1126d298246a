namespace ModelExporter.Demo;

/// <summary>A model with the world it answers in: draws cases whose truth follows from their features, and scores them as a trained model would.</summary>
abstract class SimulatedModel
{
    /// <summary>Its name, in the log and in the config.</summary>
    public abstract string Name { get; }

    /// <summary>Its lines in the config beyond its name.</summary>
    public abstract string Settings { get; }

    /// <summary>The hour with the most traffic.</summary>
    public abstract double BusiestHour { get; }

    public abstract Case Draw(Dice dice, DateTime time, World world);

    /// <summary>A latency as servers have it: most answers are quick, few are slow.</summary>
    protected static double Latency(Dice dice, double median) => Math.Round(median * Math.Exp(dice.Normal(0, 0.4)), 1);

    protected static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
