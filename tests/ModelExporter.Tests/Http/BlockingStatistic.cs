using ModelExporter.Engine.Config;
using ModelExporter.Pipeline;
using ModelExporter.Statistics.Drift;

namespace ModelExporter.Tests.Http;

/// <summary>A drift statistic that holds the model's loop up, from when it is armed until it is released.</summary>
sealed class BlockingStatistic
{
    readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource _released = new();
    volatile bool _isArmed;

    /// <summary>The loop is held up.</summary>
    public Task Entered => _entered.Task;

    /// <summary>Lets the next one who asks be held up.</summary>
    /// <param name="exporter">What has been pushed to it is applied first.</param>
    public async Task ArmAsync(RunningExporter exporter)
    {
        (await exporter.Main.GetAsync("/api/v1/status")).EnsureSuccessStatusCode();
        _isArmed = true;
    }

    public void Release() => _released.TrySetResult();

    public Plan In(Plan plan) => plan.WithDrift(d => d with
    {
        Statistic = d.Statistic with
        {
            Of = (in DriftSample _) =>
            {
                if (!_isArmed) return 0;
                _entered.TrySetResult();
                _released.Task.Wait();
                return 0;
            },
        },
    });
}

/// <summary>Plans that no config file can make.</summary>
static class PlanChanges
{
    /// <summary>Changes how the first model judges drift.</summary>
    public static Plan WithDrift(this Plan plan, Func<DriftConfig, DriftConfig> change)
    {
        var model = plan.Config.Models[0];
        return plan with { Config = plan.Config with { Models = [model with { Drift = change(model.Drift) }, .. plan.Config.Models.Skip(1)] } };
    }
}
