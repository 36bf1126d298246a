using System.Net;
using System.Security.Cryptography.X509Certificates;
using ModelExporter.Tests.WebConfiguration;

namespace ModelExporter.Tests.EndToEnd;

public sealed class WebConfigTests : IDisposable
{
    readonly WebConfigFolder _folder = new();

    string Config => _folder.Write("config.yml", ChurnLog.Config);

    [Fact]
    public async Task Run_WithAWebConfig_ListensAtWhatWasAskedAndNothingElse()
    {
        await using var exporter = await ExporterProcess.StartAsync(Config, "--web.config.file", _folder.WriteConfig(WebConfigFolder.MutualTls + WebConfigFolder.Users));
        Uri[] asked = [exporter.Main.BaseAddress!, exporter.Telemetry.BaseAddress!];
        Assert.Equal(asked.Select(a => a.Port).Order(), ListeningSockets.Of(exporter.Id));

        using var prometheus = _folder.Client(asked[0], _folder.Authority.Issue("prometheus"), ("alice", "open sesame"));
        Assert.Equal(HttpStatusCode.OK, (await prometheus.GetAsync("/metrics")).StatusCode);
        using var withoutPassword = _folder.Client(asked[0], _folder.Authority.Issue("prometheus"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await withoutPassword.GetAsync("/metrics")).StatusCode);
        using var withoutCertificate = _folder.Client(asked[0], login: ("alice", "open sesame"));
        await Assert.ThrowsAsync<HttpRequestException>(() => withoutCertificate.GetAsync("/metrics"));
        Assert.DoesNotContain(exporter.Log, line => line.Contains("open sesame", StringComparison.Ordinal) || line.Contains("$2y$", StringComparison.Ordinal));
    }

    [RequiresToolFact(PrometheusServer.Name)]
    public async Task Run_PrometheusWithCertificateAndPassword_ScrapesIt()
    {
        using var shown = _folder.Authority.Issue("prometheus");
        string certificate = _folder.Write("client.crt", shown.ExportCertificatePem());
        string key = _folder.Write("client.key", shown.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        await using var exporter = await ExporterProcess.StartAsync(Config, "--web.config.file", _folder.WriteConfig(WebConfigFolder.MutualTls + WebConfigFolder.Users));
        string targets = $"'{exporter.Main.BaseAddress!.Authority}', '{exporter.Telemetry.BaseAddress!.Authority}'";
        await using var prometheus = PrometheusServer.Start([], TimeSpan.FromSeconds(5), $$"""
              - job_name: known
                scheme: https
                basic_auth: {username: alice, password: open sesame}
                tls_config: {ca_file: '{{_folder["ca.crt"]}}', cert_file: '{{certificate}}', key_file: '{{key}}'}
                static_configs: [{targets: [{{targets}}]}]
              - job_name: wrong_password
                scheme: https
                basic_auth: {username: alice, password: open}
                tls_config: {ca_file: '{{_folder["ca.crt"]}}', cert_file: '{{certificate}}', key_file: '{{key}}'}
                static_configs: [{targets: [{{targets}}]}]
              - job_name: no_certificate
                scheme: https
                basic_auth: {username: alice, password: open sesame}
                tls_config: {ca_file: '{{_folder["ca.crt"]}}'}
                static_configs: [{targets: [{{targets}}]}]
            """);
        Assert.Equal([1, 1], await prometheus.QueryAsync("up{job='known'} == 1", 2));
        Assert.Equal([0, 0], await prometheus.QueryAsync("up{job='wrong_password'}", 2));
        Assert.Equal([0, 0], await prometheus.QueryAsync("up{job='no_certificate'}", 2));
        // On a machine that is busy a password may take longer to look at than a scrape may take.
        var errors = await Eventually.GetAsync(prometheus.ScrapeErrorsAsync, all => all.Any(IsUnauthorized));
        Assert.Contains(errors, IsUnauthorized);
    }

    [Fact]
    public async Task Run_WithoutTls_LoadsNoOpenSsl()
    {
        await using var exporter = await ExporterProcess.StartAsync(Config, "--web.config.file", _folder.WriteConfig(WebConfigFolder.Users));
        using var client = _folder.Client(exporter.Main.BaseAddress!, login: ("alice", "open sesame"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/metrics")).StatusCode);
        Assert.DoesNotContain("libssl", await File.ReadAllTextAsync($"/proc/{exporter.Id}/maps"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("basic_auth_users: {alice: hunter2}\n", "web.yml:1: basic_auth_users.alice: not a bcrypt hash")]
    [InlineData("tls_server_config: {cert_file: gone.crt, key_file: server.key}\n", "tls_server_config: a file cannot be read")]
    [InlineData("basic_auth: {}\n", "unknown key \"basic_auth\"")]
    public async Task Run_WebConfigThatIsWrong_DoesNotStart(string webConfig, string expected)
    {
        string file = _folder.WriteConfig(webConfig);
        foreach (string command in new[] { "run", "check" })
        {
            var finished = await BuiltProgram.RunAsync(command, "--config.file", Config, "--web.config.file", file);
            Assert.Equal(2, finished.ExitCode);
            Assert.Contains(expected, finished.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("hunter2", finished.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Check_WebConfigAlone_IsChecked()
    {
        string file = _folder.WriteConfig(WebConfigFolder.Tls);
        var finished = await BuiltProgram.RunAsync("check", "--web.config.file", file);
        Assert.Equal(0, finished.ExitCode);
        Assert.Equal($"{file}: valid\n", finished.Output);
    }

    static bool IsUnauthorized(string error) => error.Contains("401", StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();
}
