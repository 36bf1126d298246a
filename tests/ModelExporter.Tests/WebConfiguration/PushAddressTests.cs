using System.Net;
using ModelExporter.Http;
using ModelExporter.Tests.Http;

namespace ModelExporter.Tests.WebConfiguration;

[Collection(RunningExporterGroup.Name)]
public class PushAddressTests
{
    static readonly WebOptions Options = new() { EnableLifecycle = true, Push = [new ListenAddress(IPAddress.Loopback, 0)] };

    [Theory]
    [InlineData("/v1/records")]
    [InlineData("/v1/predictions")]
    [InlineData("/v1/labels")]
    [InlineData("/-/reload")]
    public async Task Push_AddressOfItsOwn_IsAnsweredThereAlone(string path)
    {
        await using var exporter = await RunningExporter.StartAsync(options: Options);
        HttpStatusCode[] expected = [HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK];
        foreach (var (address, status) in exporter.Addresses.Zip(expected))
        {
            using var client = new HttpClient { BaseAddress = address };
            Assert.Equal(status, (await client.PostAsync(path, new StringContent(""))).StatusCode);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/metrics")]
    [InlineData("/status")]
    [InlineData("/api/v1/status")]
    [InlineData("/-/healthy")]
    public async Task Push_AddressOfItsOwn_ServesNothingElse(string path)
    {
        await using var exporter = await RunningExporter.StartAsync(options: Options);
        using var client = new HttpClient { BaseAddress = exporter.Addresses[2] };
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path)).StatusCode);
    }
}
