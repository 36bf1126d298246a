using System.Net;
using ModelExporter.Tests.EndToEnd;
using ModelExporter.Tests.Kafka;
using ModelExporter.Tests.WebConfiguration;

namespace ModelExporter.Tests.Deploy;

/// <summary>What speaks TLS in the images: .NET by the OpenSSL that is inside, and librdkafka by its own.</summary>
[Collection(ImageGroup.Name)]
public sealed class ContainerTlsTests(ImageStore store) : IDisposable
{
    const string Accepted = "model_predictions_total";

    readonly WebConfigFolder _folder = new();
    readonly MockKafka _kafka = new();

    public void Dispose()
    {
        _kafka.Dispose();
        _folder.Dispose();
    }

    [RequiresImagesTheory]
    [InlineData(ImageArchive.Sidecar)]
    [InlineData(ImageArchive.HighVolume)]
    public async Task Scrape_CertificatesOnBothSides_IsAnsweredOverTls(string image)
    {
        _folder.Write("modelexporter.yml", ChurnLog.Config);
        _folder.WriteConfig(WebConfigFolder.MutualTls + WebConfigFolder.Users);
        await using var container = await ExporterContainer.StartAsync(store, image, _folder["."], flags: "--web.config.file=/etc/modelexporter/web.yml");
        foreach (var address in new[] { container.Exporter.Main.BaseAddress!, container.Exporter.Telemetry.BaseAddress! })
        {
            using var prometheus = _folder.Client(address, _folder.Authority.Issue("prometheus"), ("alice", "open sesame"));
            Assert.Equal(HttpStatusCode.OK, (await prometheus.GetAsync("/metrics")).StatusCode);
            using var withoutCertificate = _folder.Client(address, login: ("alice", "open sesame"));
            await Assert.ThrowsAsync<HttpRequestException>(() => withoutCertificate.GetAsync("/metrics"));
        }
    }

    [RequiresImagesTheory]
    [InlineData(ImageArchive.Sidecar)]
    [InlineData(ImageArchive.HighVolume)]
    public async Task Kafka_AuthorityOfTheConfig_IsConsumedOverTls(string image)
    {
        await using var broker = Broker();
        Configure(broker, "ssl.ca.location: /etc/modelexporter/ca.crt");
        await using var container = await ExporterContainer.StartAsync(store, image, _folder["."]);

        Assert.Equal(1000, (await container.Exporter.ScrapeUntilAsync(s => s.Sum(Accepted) >= 1000)).Sum(Accepted));
    }

    /// <summary>Nothing in the config says where authorities are: librdkafka has to find those of the image.</summary>
    [RequiresImagesTheory]
    [InlineData(ImageArchive.Sidecar)]
    [InlineData(ImageArchive.HighVolume)]
    public async Task Kafka_AuthorityAmongThoseOfTheImage_IsConsumedOverTls(string image)
    {
        await using var broker = Broker();
        Configure(broker);
        await using var container = await ExporterContainer.StartAsync(
            store, image, _folder["."], options: [$"--volume={_folder["ca.crt"]}:/etc/ssl/certs/ca-certificates.crt:ro"]);

        Assert.Equal(1000, (await container.Exporter.ScrapeUntilAsync(s => s.Sum(Accepted) >= 1000)).Sum(Accepted));
    }

    [RequiresImagesTheory]
    [InlineData(ImageArchive.Sidecar)]
    [InlineData(ImageArchive.HighVolume)]
    public async Task Kafka_AuthorityOfNobody_IsRefused(string image)
    {
        await using var broker = Broker();
        Configure(broker);
        await using var container = await ExporterContainer.StartAsync(store, image, _folder["."]);

        // Where the broker answers at once the client calls it a transport that failed; it tries again, and tells what it is.
        await container.Exporter.LoggedAsync("reason=tls", "certificate verify failed");
        Assert.Equal(0, (await container.Exporter.ScrapeAsync()).Sum(Accepted));
        Assert.Equal(0, (await container.Exporter.ScrapeOwnAsync())["modelexporter_source_up{source=\"k\"}"]);
    }

    TlsKafka Broker()
    {
        _kafka.CreateTopic("log", 2);
        _kafka.Produce("log", 2, ChurnLog.Predictions(0, 1000));
        return new TlsKafka(_kafka, _folder.Authority.Issue("kafka"));
    }

    /// <summary>By its name, which the container has to look up in its hosts.</summary>
    void Configure(TlsKafka broker, string settings = "") => _folder.Write("modelexporter.yml", KafkaConfig.Of(_kafka, settings: $"security.protocol: ssl\n        {settings}")
        .Replace(_kafka.BootstrapServers, $"localhost:{broker.Port}", StringComparison.Ordinal));
}
