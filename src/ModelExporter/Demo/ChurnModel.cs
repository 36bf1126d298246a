namespace ModelExporter.Demo;

/// <summary>Will the customer leave? Binary, a logistic regression; the truth comes hours later (weeks, in life).</summary>
sealed class ChurnModel : SimulatedModel
{
    static readonly string[] Plans = ["basic", "plus", "pro"];
    static readonly double[] Charges = [20, 38, 60];

    /// <summary>What each version learnt, from the customers of its time: nearly what was true then.</summary>
    static readonly Dictionary<string, Func<Customer, double>> Versions = new()
    {
        ["1"] = c => 1.50 * (c.Calls - 1.7) - 0.088 * (c.Tenure - 20) + (c.IsMonthly ? 1.1 : -1.4) - 1.0,
        ["2"] = c => 0.215 * (c.Usage - 21) + 0.098 * (c.Charge - 36) - 1.25,
    };

    public override string Name => "churn";

    public override string Settings => """
        task: binary
        positive_label: "yes"
        negative_label: "no"
        """;

    public override double BusiestHour => 15;

    public override Case Draw(Dice dice, DateTime time, World world)
    {
        var customer = Customer.Draw(dice, time);
        double score = Math.Round(Logistic(Versions[world.ChurnVersion](customer)), 4);
        bool leaves = dice.Chance(Logistic(world.RivalOffer ? LuredAway(customer) : Annoyed(customer)));
        double hours = Math.Clamp(3 * Math.Exp(dice.Normal(0, 0.5)), 0.5, 16);
        return new Case
        {
            Version = world.ChurnVersion,
            Features =
            [
                Feature.Of("tenure_months", customer.Tenure),
                Feature.Of("monthly_charge", customer.Charge),
                Feature.Of("support_calls", customer.Calls),
                Feature.Of("usage_hours", customer.Usage),
                Feature.Of("plan", Plans[customer.Plan]),
                Feature.Of("contract", customer.IsMonthly ? "monthly" : "yearly"),
            ],
            Label = score >= 0.5 ? "yes" : "no",
            Score = score,
            TrueLabel = leaves ? "yes" : "no",
            LabelDelay = dice.Chance(0.96) ? TimeSpan.FromHours(hours) : null,
            LatencyMilliseconds = Latency(dice, 6),
        };
    }

    /// <summary>The reason of old: who is new, is not bound and had to call, goes.</summary>
    static double Annoyed(Customer c) => 1.54 * (c.Calls - 1.7) - 0.09 * (c.Tenure - 20) + (c.IsMonthly ? 1.2 : -1.4) - 1.0;

    /// <summary>The new one: who uses and pays a lot is offered something better.</summary>
    static double LuredAway(Customer c) => 0.22 * (c.Usage - 21) + 0.1 * (c.Charge - 36) - 1.2;

    /// <summary>Dear plans cost more and are used more; who stays long calls less and is bound more often.</summary>
    readonly record struct Customer(double Tenure, double Charge, double Calls, double Usage, int Plan, bool IsMonthly)
    {
        public static Customer Draw(Dice dice, DateTime time)
        {
            int plan = dice.Pick([5, 3, 2]);
            double tenure = Math.Round(Math.Min(dice.Exponential(24), 180), 1);
            double calls = Math.Min(9, Math.Floor(dice.Exponential(1.9 - 0.4 * Math.Min(tenure / 60, 1))));
            double usage = Math.Max(0, Math.Round(dice.Normal(14 + 6 * plan + DayCurve.At(time, 20), 7), 1));
            return new Customer(tenure, Math.Round(dice.Normal(Charges[plan], 4), 2), calls, usage, plan, dice.Chance(tenure < 12 ? 0.7 : 0.4));
        }
    }
}
