using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ModelExporter.Http;
using ModelExporter.Tests.EndToEnd;
using ModelExporter.Tests.Http;

namespace ModelExporter.Tests.WebConfiguration;

[Collection(RunningExporterGroup.Name)]
public sealed class TlsTests : IDisposable
{
    readonly WebConfigFolder _folder = new();

    [Fact]
    public async Task Scrape_OverTls_AnswersOnBothPorts()
    {
        await using var exporter = await StartAsync(WebConfigFolder.Tls);
        foreach (var address in exporter.Addresses)
        {
            Assert.Equal("https", address.Scheme);
            using var client = _folder.Client(address);
            Assert.Contains("# TYPE", await client.GetStringAsync("/metrics"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Scrape_PlainHttpToATlsPort_IsNotAnswered()
    {
        await using var exporter = await StartAsync(WebConfigFolder.Tls);
        using var client = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new UriBuilder(exporter.Addresses[0]) { Scheme = "http" }.Uri));
    }

    [Theory]
    [InlineData("true", 2)]
    [InlineData("false", 1)]
    public async Task Scrape_Http2AsConfigured_IsNegotiated(string http2, int major)
    {
        await using var exporter = await StartAsync(WebConfigFolder.Tls + $"http_server_config: {{http2: {http2}}}\n");
        using var client = _folder.Client(exporter.Addresses[0]);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(major, response.Version.Major);
    }

    [Fact]
    public async Task Scrape_ExpiredServerCertificate_IsRefusedByTheClientUntilItIsRenewed()
    {
        _folder.WriteServer(_folder.Authority.Issue("server", days: -1));
        await using var exporter = await StartAsync(WebConfigFolder.Tls);
        await AssertRefusedAsync(exporter);
        _folder.WriteServer(_folder.Authority.Issue("server"));
        await AssertAnsweredAsync(exporter);
    }

    [Fact]
    public async Task Scrape_CertificateRenewed_ServesTheNewOneAtOnce()
    {
        await using var exporter = await StartAsync(WebConfigFolder.Tls);
        string before = await ThumbprintAsync(exporter);
        Assert.Equal(before, await ThumbprintAsync(exporter));
        var renewed = _folder.Authority.Issue("server");
        string expected = renewed.Thumbprint;
        _folder.WriteServer(renewed);
        Assert.Equal(expected, await ThumbprintAsync(exporter));
    }

    [Fact]
    public async Task Scrape_CertificateBrokenAndMended_IsRefusedInBetween()
    {
        await using var exporter = await StartAsync(WebConfigFolder.Tls);
        string key = File.ReadAllText(_folder["server.key"]);
        foreach (string broken in new[] { "rubbish", "" })
        {
            _folder.Write("server.key", broken);
            await AssertRefusedAsync(exporter);
        }
        File.Delete(_folder["server.key"]);
        await AssertRefusedAsync(exporter);
        _folder.Write("server.key", key);
        await AssertAnsweredAsync(exporter);
    }

    [Fact]
    public async Task Scrape_TlsTakenOutOfTheConfig_IsNeverAnsweredInPlain()
    {
        await using var exporter = await StartAsync(WebConfigFolder.Tls);
        _folder.WriteConfig("");
        await AssertRefusedAsync(exporter);
        using var client = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new UriBuilder(exporter.Addresses[0]) { Scheme = "http" }.Uri));
    }

    [Fact]
    public async Task Scrape_ClientCertificateRequired_LetsInOnlyThoseVouchedFor()
    {
        using var strangers = new TestAuthority();
        await using var exporter = await StartAsync(WebConfigFolder.MutualTls);
        await AssertAnsweredAsync(exporter, _folder.Authority.Issue("prometheus"));
        await AssertRefusedAsync(exporter);
        await AssertRefusedAsync(exporter, _folder.Authority.Issue("prometheus", days: -1));
        await AssertRefusedAsync(exporter, strangers.Issue("prometheus"));
        using var client = _folder.Client(exporter.Addresses[1]);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/metrics"));
    }

    [Fact]
    public async Task Scrape_ClientAuthorityChanged_CountsFromTheNextConnectionOn()
    {
        using var strangers = new TestAuthority();
        await using var exporter = await StartAsync(WebConfigFolder.MutualTls);
        await AssertRefusedAsync(exporter, strangers.Issue("prometheus"));
        _folder.Write("ca.crt", strangers.Pem);
        await AssertAnsweredAsync(exporter, strangers.Issue("prometheus"));
        await AssertRefusedAsync(exporter, _folder.Authority.Issue("prometheus"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Scrape_AuthorityBetween_CountsWhenItsRootIsThere(bool isRootThere)
    {
        using var between = new TestAuthority(_folder.Authority);
        _folder.Write("ca.crt", between.Pem + "\n" + (isRootThere ? _folder.Authority.Pem : ""));
        await using var exporter = await StartAsync(WebConfigFolder.MutualTls);
        Assert.Equal(isRootThere, await IsAnsweredAsync(exporter, between.Issue("prometheus")));
    }

    [Theory]
    [InlineData("RequestClientCert", true, true, true)]
    [InlineData("RequireAnyClientCert", false, true, true)]
    [InlineData("VerifyClientCertIfGiven, client_ca_file: ca.crt", true, false, true)]
    [InlineData("RequireAndVerifyClientCert, client_ca_file: ca.crt", false, false, true)]
    [InlineData("RequireAndVerifyClientCert, client_ca_file: server.key", false, false, false)]
    public async Task Scrape_ClientAuthType_AsksForWhatItSays(string type, bool none, bool stranger, bool known)
    {
        using var strangers = new TestAuthority();
        await using var exporter = await StartAsync($"tls_server_config: {{cert_file: server.crt, key_file: server.key, client_auth_type: {type}}}\n");
        Assert.Equal(none, await IsAnsweredAsync(exporter, null));
        Assert.Equal(stranger, await IsAnsweredAsync(exporter, strangers.Issue("prometheus")));
        Assert.Equal(known, await IsAnsweredAsync(exporter, _folder.Authority.Issue("prometheus")));
    }

    [Theory]
    [InlineData("prometheus", true)]
    [InlineData("prometheus@example.org", true)]
    [InlineData("spiffe://example.org/prometheus", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("grafana", false)]
    [InlineData("Prometheus", false)]
    public async Task Scrape_AllowedNames_LetInWhoHasOne(string name, bool isAnswered)
    {
        await using var exporter = await StartAsync(
            $"tls_server_config: {{cert_file: server.crt, key_file: server.key, client_ca_file: ca.crt, client_auth_type: RequireAndVerifyClientCert, client_allowed_sans: ['{name}']}}\n");
        Assert.Equal(isAnswered, await IsAnsweredAsync(exporter, _folder.Authority.Issue("prometheus")));
    }

    [Theory]
    [InlineData("max_version: TLS12", SslProtocols.Tls12)]
    [InlineData("min_version: TLS13", SslProtocols.Tls13)]
    [InlineData("cipher_suites: [TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384]", SslProtocols.Tls13)]
    public async Task Handshake_VersionsAsConfigured_AreSpoken(string key, SslProtocols expected)
    {
        await using var exporter = await StartAsync($"tls_server_config: {{cert_file: server.crt, key_file: server.key, {key}}}\n");
        Assert.Equal(expected, (await ConnectAsync(exporter, SslProtocols.Tls12 | SslProtocols.Tls13)).Protocol);
    }

    [Fact]
    public async Task Handshake_OneCipherSuite_IsTheOnlyOneOfTls12()
    {
        await using var exporter = await StartAsync(
            "tls_server_config: {cert_file: server.crt, key_file: server.key, cipher_suites: [TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256]}\n");
        Assert.Equal(TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, (await ConnectAsync(exporter, SslProtocols.Tls12)).Suite);
    }

    [Theory]
    [InlineData("min_version: TLS13", SslProtocols.Tls12)]
    [InlineData("min_version: TLS13, max_version: TLS12", SslProtocols.Tls12 | SslProtocols.Tls13)]
    public async Task Handshake_NoVersionInCommon_Fails(string keys, SslProtocols offered)
    {
        await using var exporter = await StartAsync($"tls_server_config: {{cert_file: server.crt, key_file: server.key, {keys}}}\n");
        var failure = await Record.ExceptionAsync(() => ConnectAsync(exporter, offered));
        Assert.True(failure is AuthenticationException or IOException, failure?.ToString());
    }

    Task<RunningExporter> StartAsync(string config) => RunningExporter.StartAsync(options: new WebOptions { ConfigFile = _folder.WriteConfig(config) });

    async Task AssertAnsweredAsync(RunningExporter exporter, X509Certificate2? shown = null) => Assert.True(await IsAnsweredAsync(exporter, shown));

    async Task AssertRefusedAsync(RunningExporter exporter, X509Certificate2? shown = null) => Assert.False(await IsAnsweredAsync(exporter, shown));

    /// <summary>Whether a new connection is answered.</summary>
    async Task<bool> IsAnsweredAsync(RunningExporter exporter, X509Certificate2? shown)
    {
        using var client = _folder.Client(exporter.Addresses[0], shown);
        try
        {
            return (await client.GetAsync("/-/healthy")).StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    static async Task<string> ThumbprintAsync(RunningExporter exporter) => (await ConnectAsync(exporter, SslProtocols.Tls13)).Thumbprint;

    static async Task<(SslProtocols Protocol, TlsCipherSuite Suite, string Thumbprint)> ConnectAsync(RunningExporter exporter, SslProtocols offered)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, exporter.Addresses[0].Port);
        // What is looked at is which certificate it is, not whether it is trusted.
        await using var tls = new SslStream(connection.GetStream(), leaveInnerStreamOpen: false, (_, shown, _, _) => shown is not null);
        using var limit = new CancellationTokenSource(BuiltProgram.Patience);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", EnabledSslProtocols = offered }, limit.Token);
        return (tls.SslProtocol, tls.NegotiatedCipherSuite, tls.RemoteCertificate!.GetCertHashString());
    }

    public void Dispose() => _folder.Dispose();
}
