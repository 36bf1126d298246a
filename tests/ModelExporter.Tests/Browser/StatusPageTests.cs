using ModelExporter.Tests.EndToEnd;
using ModelExporter.Tests.Http;

namespace ModelExporter.Tests.Browser;

[Collection(RunningExporterGroup.Name)]
public sealed class StatusPageTests
{
    const string Card = "document.querySelector('#overview .card')?.innerText";
    const string Focused = "document.activeElement.innerText";
    const string Chosen = "document.querySelector('button[aria-pressed=true]').innerText";

    [RequiresToolFact(BrowserPage.Program)]
    public async Task Page_RecordsComeWhileItIsOpen_IsLiveWithoutReloading()
    {
        await using var exporter = await RunningExporter.StartAsync();
        await using var page = await BrowserPage.OpenAsync(PageOf(exporter));
        Assert.Contains("waiting", await page.EvaluateUntilAsync(Card, text => text.Contains("No prediction", StringComparison.Ordinal)), StringComparison.Ordinal);
        await page.EvaluateAsync("window.notReloaded = true");

        await exporter.PushAsync("/v1/records", ChurnLog.Both(0, 300));
        Assert.Contains("Accuracy 0.90 in the last 1h", await page.EvaluateUntilAsync(Card, text => text.Contains("healthy", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal("true", await page.EvaluateAsync("window.notReloaded"));
    }

    [RequiresToolFact(BrowserPage.Program)]
    public async Task Page_KeyboardAlone_ChoosesAWindowAndKeepsItsFocusWhileLive()
    {
        await using var exporter = await RunningExporter.StartAsync();
        await exporter.PushAsync("/v1/records", ChurnLog.Both(0, 300));
        await using var page = await BrowserPage.OpenAsync(PageOf(exporter));
        Assert.Equal("1h", await page.EvaluateUntilAsync($"document.querySelector('button') && {Chosen}", text => text == "1h"));

        for (int i = 0; i < 20 && await page.EvaluateAsync(Focused) != "last_100"; i++) await page.PressAsync("Tab");
        await page.PressAsync("Enter");
        Assert.Equal("last_100", await page.EvaluateAsync(Chosen));

        await exporter.PushAsync("/v1/records", ChurnLog.Both(400, 100));
        await page.EvaluateUntilAsync("document.querySelector('#sources').innerText", text => text.Contains("800", StringComparison.Ordinal));
        Assert.Equal(("last_100", "last_100"), (await page.EvaluateAsync(Focused), await page.EvaluateAsync(Chosen)));
    }

    [RequiresToolFact(BrowserPage.Program)]
    public async Task Page_OnAPhone_IsNoWiderThanTheScreen()
    {
        await using var exporter = await RunningExporter.StartAsync();
        await exporter.PushAsync("/v1/records", ChurnLog.Both(0, 300));
        await exporter.PushAsync("/v1/records", ["""{"model":"nobody","score":0.5}""", $$"""{"{{new string('k', 60)}}":"{{new string('v', 300)}}"}"""]);
        await using var page = await BrowserPage.OpenAsync(PageOf(exporter), width: 360, height: 740);
        await page.EvaluateUntilAsync("document.querySelectorAll('#sources code').length", text => text == "2");
        const string TooWide = "[...document.querySelectorAll('*')].filter(e => !e.closest('.scroll, .skip') && e.getBoundingClientRect().right > 361).map(e => e.tagName + '.' + e.className)";
        Assert.Equal("", await page.EvaluateAsync(TooWide));
        Assert.Equal("360", await page.EvaluateAsync("document.documentElement.scrollWidth"));
    }

    [RequiresToolFact(BrowserPage.Program)]
    public async Task Page_ForScreenReaders_NamesEveryDrawingRegionAndHeader()
    {
        await using var exporter = await RunningExporter.StartAsync();
        await exporter.PushAsync("/v1/records", ChurnLog.Both(0, 300));
        await using var page = await BrowserPage.OpenAsync(PageOf(exporter));
        await page.EvaluateUntilAsync("document.querySelectorAll('svg').length", text => text != "0");
        string[] nameless =
        [
            "[...document.querySelectorAll('svg')].filter(s => s.getAttribute('role') !== 'img' || !s.getAttribute('aria-label'))",
            "[...document.querySelectorAll('section')].filter(s => !s.getAttribute('aria-label') && !document.getElementById(s.getAttribute('aria-labelledby')))",
            "[...document.querySelectorAll('th')].filter(t => !t.scope)",
            "[...document.querySelectorAll('button, a')].filter(b => !b.innerText.trim())",
            "[...document.querySelectorAll('[id]')].filter(e => document.querySelectorAll('#' + CSS.escape(e.id)).length > 1)",
        ];
        foreach (string expression in nameless) Assert.Equal((expression, "0"), (expression, await page.EvaluateAsync($"{expression}.length")));
    }

    [RequiresToolFact(BrowserPage.Program)]
    public async Task Page_ExporterStops_SaysThatItIsNotLive()
    {
        var exporter = await RunningExporter.StartAsync();
        await using var page = await BrowserPage.OpenAsync(PageOf(exporter));
        await page.EvaluateUntilAsync("document.getElementById('updated').innerText", text => text == "Live");
        await exporter.DisposeAsync();
        Assert.StartsWith("Not live", await page.EvaluateUntilAsync("document.getElementById('updated').innerText", text => text != "Live"), StringComparison.Ordinal);
    }

    static Uri PageOf(RunningExporter exporter) => new(exporter.Main.BaseAddress!, "/status");
}
