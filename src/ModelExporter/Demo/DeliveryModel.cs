namespace ModelExporter.Demo;

/// <summary>How many minutes will the meal take? A linear regression; the truth comes with the meal.</summary>
sealed class DeliveryModel : SimulatedModel
{
    static readonly string[] Vehicles = ["bike", "scooter", "car"];

    public override string Name => "delivery_time";

    public override string Settings => "task: regression";

    public override double BusiestHour => 19;

    public override Case Draw(Dice dice, DateTime time, World world)
    {
        bool isSuburban = world.SuburbanOrders && dice.Chance(0.5);
        double distance = Math.Round((isSuburban ? 3 : 0.5) + dice.Exponential(1.1) + dice.Exponential(1.1), 2);
        int vehicle = dice.Pick([Math.Max(0.2, 5 - distance), 2, distance * distance / 4]);
        double items = 1 + Math.Min(7, Math.Floor(dice.Exponential(1.8)));
        double load = Math.Round(Math.Clamp(dice.Normal(0.5 + 0.03 * DayCurve.At(time, 19), 0.15), 0, 1), 3);
        bool rains = dice.Chance(0.25);
        double minutes = Math.Max(3, Math.Round(10 + 3.4 * distance + 1.2 * items + 14 * load + (rains ? 4 : 0) - 2.5 * vehicle + dice.Normal(0, 4), 1));
        return new Case
        {
            Version = "2025-05",
            Features =
            [
                Feature.Of("distance_km", distance),
                Feature.Of("items", items),
                Feature.Of("kitchen_load", load),
                Feature.Of("vehicle", Vehicles[vehicle]),
                Feature.Of("weather", rains ? "rain" : "dry"),
            ],
            Value = Math.Round(10.3 + 3.38 * distance + 1.15 * items + 13.8 * load + (rains ? 3.8 : 0) - 2.4 * vehicle, 1),
            TrueValue = minutes,
            LabelDelay = dice.Chance(0.99) ? TimeSpan.FromMinutes(minutes) : null,
            LatencyMilliseconds = Latency(dice, 3),
        };
    }
}
