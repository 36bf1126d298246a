using ModelExporter.Configuration;

namespace ModelExporter.Tests.Deploy;

public sealed class SystemdUnitTests
{
    static readonly ILookup<string, string> Settings = File.ReadLines(Repository.PathOf("deploy", "systemd", "modelexporter.service"))
        .Where(line => line.Length > 0 && line[0] is not '#' and not '[')
        .ToLookup(line => line.Split('=')[0], line => line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..]);

    [Theory]
    [InlineData("DynamicUser", "yes")]
    [InlineData("NoNewPrivileges", "yes")]
    [InlineData("ProtectSystem", "strict")]
    [InlineData("ProtectHome", "yes")]
    [InlineData("PrivateTmp", "yes")]
    [InlineData("PrivateDevices", "yes")]
    [InlineData("ProtectKernelTunables", "yes")]
    [InlineData("CapabilityBoundingSet", "")]
    [InlineData("MemoryDenyWriteExecute", "yes")]
    [InlineData("RestrictAddressFamilies", "AF_INET AF_INET6 AF_UNIX")]
    [InlineData("SystemCallArchitectures", "native")]
    [InlineData("Restart", "on-failure")]
    [InlineData("ExecReload", "/bin/kill -HUP $MAINPID")]
    public void Unit_Setting_IsThere(string name, string value) => Assert.Equal([value], Settings[name]);

    [Fact]
    public void Unit_SystemCalls_AreThoseOfServicesWithoutPrivileges() =>
        Assert.Equal(["@system-service", "~@privileged @resources"], Settings["SystemCallFilter"]);

    /// <summary>Nothing but the state directory can be written to, so that is where the example keeps its checkpoints.</summary>
    [Fact]
    public void Unit_StateDirectory_IsTheFolderOfTheExamplesCheckpoints()
    {
        var config = ConfigLoader.Load(Repository.PathOf("deploy", "modelexporter.example.yml")).Config!;

        Assert.Equal($"/var/lib/{Assert.Single(Settings["StateDirectory"])}", config.Checkpoint.Path);
    }

    [Fact]
    public void Unit_Command_IsOneOfTheProgram()
    {
        string[] words = [.. Assert.Single(Settings["ExecStart"]).Split(' ').Skip(1).Where(word => word[0] != '$')];

        Assert.Empty(ModelExporter.Commands.CommandLine.Build().Parse(words).Errors);
    }
}
