using System.Net;
using ModelExporter.Http;
using ModelExporter.Tests.Http;

namespace ModelExporter.Tests.WebConfiguration;

[Collection(RunningExporterGroup.Name)]
public sealed class BasicAuthTests : IDisposable
{
    const string Password = "open sesame";

    /// <summary>The same password for bob, at a cost that makes a login take longer than many requests take to come in.</summary>
    const string SlowUsers = "basic_auth_users: {alice: '$2y$10$abcdefghijklmnopqrstuu4SuEsu2LsUrAYUpWQHLMMc4GV5pZTxK', bob: '$2y$12$abcdefghijklmnopqrstuuq2uHH4t8IjTa8PV9VUUF1vssBH6WaR2'}\n";

    readonly WebConfigFolder _folder = new();

    [Theory]
    [InlineData("GET", "/metrics")]
    [InlineData("GET", "/")]
    [InlineData("GET", "/status")]
    [InlineData("GET", "/-/ready")]
    [InlineData("GET", "/nowhere")]
    [InlineData("POST", "/-/reload")]
    [InlineData("POST", "/v1/records")]
    [InlineData("POST", "/v1/predictions")]
    [InlineData("POST", "/v1/labels")]
    public async Task Request_WithoutOrWithWrongPassword_IsUnauthorized(string method, string path)
    {
        await using var exporter = await StartAsync(WebConfigFolder.Users);
        foreach (var login in new (string, string)?[] { null, ("alice", "wrong"), ("alice", ""), ("mallory", Password), ("", ""), ("Alice", Password), ("mallory", "fakepassword") })
        {
            using var client = _folder.Client(exporter.Addresses[0], login: login);
            using var response = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Equal("Basic", response.Headers.WwwAuthenticate.ToString());
            Assert.Equal("Unauthorized\n", await response.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Request_RightPassword_IsAnsweredOnEveryPort()
    {
        await using var exporter = await StartAsync(WebConfigFolder.Users, push: true);
        foreach (var (address, path) in exporter.Addresses.Zip(["/metrics", "/metrics", "/v1/records"]))
        {
            using var client = _folder.Client(address, login: ("alice", Password));
            using var response = path == "/metrics" ? await client.GetAsync(path) : await client.PostAsync(path, new StringContent(""));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            using var stranger = _folder.Client(address);
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(path)).StatusCode);
        }
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Basic !")]
    [InlineData("Basic YWxpY2U=")]
    [InlineData("Basic /////w==")]
    [InlineData("Bearer YWxpY2U6b3BlbiBzZXNhbWU=")]
    public async Task Request_MalformedHeader_IsUnauthorized(string header)
    {
        await using var exporter = await StartAsync(WebConfigFolder.Users);
        using var client = _folder.Client(exporter.Addresses[0]);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/metrics")).StatusCode);
    }

    [Fact]
    public async Task Request_UserRemoved_IsRefusedFromTheNextRequestOn()
    {
        await using var exporter = await StartAsync(WebConfigFolder.Users);
        using var client = _folder.Client(exporter.Addresses[0], login: ("alice", Password));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/metrics")).StatusCode);
        _folder.WriteConfig(WebConfigFolder.Users.Replace("alice", "bob", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/metrics")).StatusCode);
        _folder.WriteConfig(WebConfigFolder.Users);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/metrics")).StatusCode);
    }

    [Fact]
    public async Task Request_ConfigBrokenWhileRunning_LetsNobodyIn()
    {
        await using var exporter = await StartAsync(WebConfigFolder.Users);
        using var client = _folder.Client(exporter.Addresses[0], login: ("alice", Password));
        foreach (string broken in new[] { "basic_auth_users: [", "basic_auth_user: {}\n", "basic_auth_users: {alice: plain}\n" })
        {
            _folder.WriteConfig(broken);
            Assert.Equal(HttpStatusCode.InternalServerError, (await client.GetAsync("/metrics")).StatusCode);
        }
        File.Delete(_folder["web.yml"]);
        Assert.Equal(HttpStatusCode.InternalServerError, (await client.GetAsync("/metrics")).StatusCode);
        _folder.WriteConfig(WebConfigFolder.Users);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/metrics")).StatusCode);
    }

    [Fact]
    public async Task Headers_Configured_AreOnEveryResponse()
    {
        await using var exporter = await StartAsync(
            WebConfigFolder.Users + "http_server_config: {headers: {X-Frame-Options: deny, Strict-Transport-Security: \"max-age=1\\nX-Injected: 1\", X-XSS-Protection: \"0\"}}\n");
        foreach (var login in new (string, string)?[] { null, ("alice", Password) })
        {
            using var client = _folder.Client(exporter.Addresses[0], login: login);
            using var response = await client.GetAsync("/status");
            Assert.Equal("deny", response.Headers.GetValues("X-Frame-Options").Single());
            Assert.Equal("max-age=1 X-Injected: 1", response.Headers.GetValues("Strict-Transport-Security").Single());
            Assert.False(response.Headers.Contains("X-Injected"));
        }
    }

    [Fact]
    public async Task Flood_WrongLogins_AreTurnedAwayAndWhoIsKnownPasses()
    {
        const int Flood = 200;
        await using var exporter = await StartAsync(SlowUsers);
        using var known = _folder.Client(exporter.Addresses[0], login: ("alice", Password));
        Assert.Equal(HttpStatusCode.OK, (await known.GetAsync("/metrics")).StatusCode);

        using var gate = new SemaphoreSlim(0);
        var flood = Enumerable.Range(0, Flood).Select(async i =>
        {
            using var mallory = _folder.Client(exporter.Addresses[0], login: ("bob", $"guess {i}"));
            await gate.WaitAsync();
            using var response = await mallory.GetAsync("/metrics");
            return response.StatusCode;
        }).ToList();
        gate.Release(Flood);
        while (flood.Any(f => !f.IsCompleted))
        {
            Assert.Equal(HttpStatusCode.OK, (await known.GetAsync("/metrics")).StatusCode);
        }

        var answers = await Task.WhenAll(flood);
        Assert.All(answers, a => Assert.True(a is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests, a.ToString()));
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Contains(HttpStatusCode.Unauthorized, answers);
        using var bob = _folder.Client(exporter.Addresses[0], login: ("bob", Password));
        Assert.Equal(HttpStatusCode.OK, (await bob.GetAsync("/metrics")).StatusCode);
    }

    Task<RunningExporter> StartAsync(string config, bool push = false) => RunningExporter.StartAsync(options: new WebOptions
    {
        ConfigFile = _folder.WriteConfig(config),
        EnableLifecycle = true,
        Push = push ? [new ListenAddress(IPAddress.Loopback, 0)] : [],
    });

    public void Dispose() => _folder.Dispose();
}
