namespace ModelExporter.Demo;

/// <summary>Which team answers the ticket? Multiclass, a softmax over linear scores; the truth is the team that closes it, within a few hours.</summary>
sealed class TicketRoutingModel : SimulatedModel
{
    static readonly string[] Teams = ["billing", "technical", "delivery", "account"];
    static readonly string[] Products = ["internet", "mobile", "shop", "tv"];
    static readonly string[] Channels = ["app", "email", "phone"];

    /// <summary>Scores of the teams by product: true ones, and what the model learnt of them.</summary>
    static readonly double[][] TrueByProduct = [[-0.5, 3.2, -2.5, 0], [2.6, 0.4, -2, 0.6], [0.2, -2.5, 3.8, 0.3], [0.6, 1.2, -2, 1.4]];
    static readonly double[][] LearntByProduct = [[-0.4, 3.1, -2.4, 0.1], [2.5, 0.5, -2, 0.5], [0.3, -2.4, 3.6, 0.2], [0.5, 1.3, -2, 1.3]];

    public override string Name => "ticket_routing";

    public override string Settings => """
        task: multiclass
        classes: [billing, technical, delivery, account]
        """;

    public override double BusiestHour => 11;

    public override Case Draw(Dice dice, DateTime time, World world)
    {
        int product = dice.Pick([3, 3, 2.5, 1.5]);
        double morning = DayCurve.At(time, 10);
        string channel = Channels[dice.Pick([4 - 0.4 * morning, 3 + 0.3 * morning, 2 + 0.1 * morning])];
        double errors = Math.Floor(dice.Exponential(product == 0 ? 2.4 : 1));
        double amounts = Math.Floor(dice.Exponential(product == 1 ? 2 : 0.9));
        double length = Math.Round(Math.Exp(dice.Normal(channel == "email" ? 5.4 : 4.6, 0.5)) + 6 * errors);
        int team = dice.Pick(Softmax(Scores(TrueByProduct[product], errors, amounts, 1.5)));
        string? sent = world.AppSendsCodes && channel == "app" ? Coded(dice, product) : Products[product];
        // To the model an unknown product is like none: it has to do with the rest.
        int known = Array.IndexOf(Products, sent);
        double[] probabilities = Softmax(Scores(known < 0 ? [0, 0, 0, 0] : LearntByProduct[known], errors, amounts, 1.45));
        double hours = 0.2 + dice.Exponential(0.8);
        return new Case
        {
            Version = "5",
            Features =
            [
                Feature.Of("product", sent),
                Feature.Of("channel", channel),
                Feature.Of("message_length", length),
                Feature.Of("error_words", errors),
                Feature.Of("amount_words", amounts),
            ],
            Label = Teams[Array.IndexOf(probabilities, probabilities.Max())],
            Scores = [.. Teams.Zip(probabilities)],
            TrueLabel = Teams[team],
            LabelDelay = dice.Chance(0.98) ? TimeSpan.FromHours(hours) : null,
            LatencyMilliseconds = Latency(dice, 18),
        };
    }

    static double[] Scores(double[] byProduct, double errors, double amounts, double weight) =>
    [
        byProduct[0] + weight * Math.Min(amounts, 4) - 0.6,
        byProduct[1] + weight * Math.Min(errors, 4) - 0.8,
        byProduct[2],
        byProduct[3],
    ];

    static double[] Softmax(double[] scores)
    {
        double sum = scores.Sum(Math.Exp);
        return [.. scores.Select(s => Math.Round(Math.Exp(s) / sum, 4))];
    }

    static string? Coded(Dice dice, int product) => dice.Chance(0.3) ? null : $"P-{product + 1}0{dice.Pick([1, 1, 1])}";
}
