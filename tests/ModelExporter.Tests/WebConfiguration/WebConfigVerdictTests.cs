using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ModelExporter.Tests.EndToEnd;
using ModelExporter.WebConfiguration;

namespace ModelExporter.Tests.WebConfiguration;

/// <summary>What Prometheus takes is taken, what it refuses is refused.</summary>
public sealed class WebConfigVerdictTests : IDisposable
{
    readonly WebConfigFolder _folder = new();

    public WebConfigVerdictTests()
    {
        using var expired = _folder.Authority.Issue("expired", days: -1);
        using var other = _folder.Authority.Issue("other");
        using var rsa = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=rsa", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        string server = File.ReadAllText(_folder["server.crt"]);
        string key = File.ReadAllText(_folder["server.key"]);
        using var sec1 = ECDsa.Create();
        sec1.ImportFromPem(key);
        _folder.Write("expired.crt", expired.ExportCertificatePem());
        _folder.Write("expired.key", expired.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        _folder.Write("other.key", other.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        _folder.Write("rsa.crt", certificate.ExportCertificatePem());
        _folder.Write("rsa.key", rsa.ExportPkcs8PrivateKeyPem());
        _folder.Write("rsa.pkcs1.key", rsa.ExportRSAPrivateKeyPem());
        _folder.Write("rsa.encrypted.key", rsa.ExportEncryptedPkcs8PrivateKeyPem("secret", new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1000)));
        _folder.Write("server.sec1.key", sec1.ExportECPrivateKeyPem());
        _folder.Write("both.pem", key + "\n" + server);
        _folder.Write("chain.pem", $"a comment\n{server}\n{_folder.Authority.Pem}\n");
        _folder.Write("rubbish.pem", "rubbish");
        _folder.Write("broken.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    }

    [RequiresToolFact(Promtool.Name)]
    public async Task Verdict_EveryCase_IsThatOfPromtool()
    {
        byte[][] cases = [.. WebConfigCases.All.Select(Encoding.UTF8.GetBytes), "# \u00e9\n"u8.ToArray(), Encoding.Latin1.GetBytes("# \u00e9\nhttp_server_config: {http2: true}\n")];
        var different = new List<string>();
        var verdicts = new Dictionary<bool, int> { [true] = 0, [false] = 0 };
        foreach (byte[] content in cases)
        {
            string file = _folder.WriteConfig(content);
            var judged = await Finished.RunAsync(new ProcessStartInfo(Promtool.Name, ["check", "web-config", file]) { RedirectStandardOutput = true, RedirectStandardError = true });
            bool isGood = judged.ExitCode == 0;
            verdicts[isGood]++;
            var read = WebConfigLoader.Load(file);
            if (read.Config is not null != isGood) different.Add($"{Encoding.UTF8.GetString(content)}promtool: {judged.Error} we: {string.Join(", ", read.Errors.Select(e => e.Describe(file)))}");
        }
        Assert.Empty(different);
        // A promtool that refuses or takes everything would prove nothing.
        Assert.True(verdicts[true] > 100 && verdicts[false] > 100, $"{verdicts[true]} good, {verdicts[false]} bad");
    }

    /// <summary>Keys that came after the promtool of Debian 12; the verdicts are those that the exporter-toolkit documents.</summary>
    [Theory]
    [InlineData("client_auth_type: RequireAnyClientCert, client_allowed_sans: [a]", true)]
    [InlineData("client_auth_type: RequireAndVerifyClientCert, client_allowed_sans: [a, a]", true)]
    [InlineData("client_auth_type: VerifyClientCertIfGiven, client_allowed_sans: [a]", false)]
    [InlineData("client_auth_type: RequestClientCert, client_allowed_sans: []", false)]
    [InlineData("client_allowed_sans: [a]", false)]
    [InlineData("client_ca: x", false)]
    [InlineData("client_auth_type: RequireAndVerifyClientCert, client_ca: x", true)]
    public void Verdict_NewerKey_IsAsDocumented(string keys, bool isGood)
    {
        var read = WebConfigLoader.Load(_folder.WriteConfig($"tls_server_config: {{cert_file: server.crt, key_file: server.key, {keys}}}\n"));
        Assert.Equal(isGood, read.Config is not null);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Verdict_TextInPlaceOfFiles_IsRead(bool isOwnKey)
    {
        string config = $"tls_server_config:\n  cert: |\n{Indented("server.crt")}\n  key: |\n{Indented(isOwnKey ? "server.key" : "other.key")}\n";
        Assert.Equal(isOwnKey, WebConfigLoader.Load(_folder.WriteConfig(config)).Config is not null);
    }

    [Fact]
    public void Errors_SecretThatIsWrong_IsNotRepeated()
    {
        var read = WebConfigLoader.Load(_folder.WriteConfig("basic_auth_users: {alice: hunter2}\ntls_server_config: {key: {hunter2: x}, cert_file: [hunter2]}\n"));
        Assert.Null(read.Config);
        Assert.DoesNotContain("hunter2", string.Join('\n', read.Errors.Select(e => e.Describe("web.yml"))), StringComparison.Ordinal);
    }

    string Indented(string name) => string.Join('\n', File.ReadAllLines(_folder[name]).Select(l => "    " + l));

    public void Dispose() => _folder.Dispose();
}
