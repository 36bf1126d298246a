using System.Globalization;

namespace ModelExporter.Demo;

/// <summary>Lives the story: lets requests and truths happen in the order of their time and logs each. One owner.</summary>
/// <remarks>Every model has dice of its own, so that what one model meets changes nothing for the others.</remarks>
sealed class Simulation
{
    /// <summary>Requests of a model in an hour, over a day.</summary>
    const double MeanPerHour = 250;

    /// <summary>How much more of them there are in the busiest hour, and fewer in the quietest.</summary>
    const double Swing = 0.6;

    readonly LogWriter _log;
    readonly Traffic[] _traffic;
    readonly PriorityQueue<Happening, (DateTime Time, long Order)> _ahead = new();
    long _order;

    public Simulation(ulong seed, LogWriter log)
    {
        _log = log;
        _traffic = [.. SimulatedModels.All.Select((model, i) => new Traffic(model, new Dice(seed * (ulong)SimulatedModels.All.Count + (ulong)i)))];
        foreach (var traffic in _traffic) AwaitRequest(traffic, Story.Start);
    }

    /// <summary>How far it came.</summary>
    public DateTime Now { get; private set; } = Story.Start;

    /// <summary>Lets everything happen before this time.</summary>
    public void RunTo(DateTime until)
    {
        while (_ahead.TryPeek(out var happening, out var at) && at.Time < until)
        {
            _ahead.Dequeue();
            if (happening.Known is { } known) _log.WriteLabel(happening.Traffic.Model.Name, happening.Id, at.Time, known);
            else
            {
                Answer(happening, at.Time);
                AwaitRequest(happening.Traffic, at.Time);
            }
        }
        _log.Flush();
        Now = until;
    }

    void Answer(Happening request, DateTime time)
    {
        var (model, dice) = request.Traffic;
        var @case = model.Draw(dice, time, Story.WorldAt(time));
        _log.WritePrediction(model.Name, request.Id, time, @case);
        if (@case.LabelDelay is { } delay) Await(request with { Known = @case }, time + delay);
    }

    void AwaitRequest(Traffic traffic, DateTime after)
    {
        double perHour = MeanPerHour * (1 + Swing * DayCurve.At(after, traffic.Model.BusiestHour));
        string id = string.Create(CultureInfo.InvariantCulture, $"{traffic.Model.Name}-{++traffic.Requests:000000}");
        Await(new Happening(traffic, id, null), after + TimeSpan.FromHours(traffic.Dice.Exponential(1 / perHour)));
    }

    void Await(Happening happening, DateTime time) => _ahead.Enqueue(happening, (time, _order++));

    sealed record Traffic(SimulatedModel Model, Dice Dice)
    {
        public int Requests { get; set; }
    }

    /// <summary>A request, or the truth of an earlier one when that is known.</summary>
    sealed record Happening(Traffic Traffic, string Id, Case? Known);
}
