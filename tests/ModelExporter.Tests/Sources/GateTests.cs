using ModelExporter.Sources;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Sources;

public class GateTests
{
    readonly Gate _gate = new(3);

    [Fact]
    public async Task Enter_EveryPlaceIsTaken_GivesUpAfterItsPatience()
    {
        var inside = await FillAsync();
        Assert.Null(await EnterAsync());
        inside[0].Dispose();
        Assert.NotNull(await EnterAsync());
    }

    [Fact]
    public async Task Close_SomebodyIsInside_WaitsForThemAndKeepsOthersOut()
    {
        var inside = await EnterAsync();
        var closing = _gate.CloseAsync();
        Assert.False(closing.IsCompleted);
        inside!.Dispose();
        using (await closing.WaitAsync(BuiltProgram.Patience)) Assert.Null(await EnterAsync());
        Assert.Equal(_gate.Width, (await FillAsync()).Count);
    }

    async Task<List<IDisposable>> FillAsync()
    {
        var inside = new List<IDisposable>();
        for (int i = 0; i < _gate.Width; i++) inside.Add((await EnterAsync())!);
        return inside;
    }

    Task<IDisposable?> EnterAsync() => _gate.EnterAsync(TimeSpan.Zero, CancellationToken.None);
}
