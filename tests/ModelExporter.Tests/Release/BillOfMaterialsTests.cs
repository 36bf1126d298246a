using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Release;

/// <summary>What is said to be in the program, against what is built.</summary>
public sealed class BillOfMaterialsTests : IDisposable
{
    /// <summary>Direct packages that leave nothing in the program.</summary>
    static readonly string[] OfTheBuildAlone = ["MinVer", "Microsoft.NET.ILLink.Tasks"];

    static readonly string Output = Path.Combine(new DirectoryInfo(AppContext.BaseDirectory).Parent!.Parent!.FullName, "ModelExporter", "release");
    static readonly string Program = Path.Combine(Output, "modelexporter.dll");

    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [RequiresToolFact("python3")]
    public async Task Components_OfTheProgram_AreThePackagesOfTheLockFileWithHashesAndLicences()
    {
        var bill = JsonNode.Parse(await WriteAsync())!;
        var locked = JsonNode.Parse(File.ReadAllText(Repository.PathOf("src", "ModelExporter", "packages.lock.json")))!["dependencies"]!["net10.0"]!.AsObject()
            .Where(p => p.Value!["type"]!.GetValue<string>() != "Project" && !OfTheBuildAlone.Contains(p.Key))
            .Select(p => $"pkg:nuget/{p.Key}@{p.Value!["resolved"]!.GetValue<string>()}");
        var components = bill["components"]!.AsArray();

        // A package that .NET itself has in the same or a newer version is not shipped.
        string[] listed = [.. components.Select(c => c!["purl"]!.GetValue<string>())];
        Assert.Subset(locked.ToHashSet(), listed.ToHashSet());
        Assert.Equal(ShippedAssemblies(), components.Select(c => c!["name"]!.GetValue<string>()).Where(HasAssembly).Order(StringComparer.OrdinalIgnoreCase));
        Assert.All(components, c =>
        {
            Assert.Matches("^[0-9a-f]{128}$", c!["hashes"]![0]!["content"]!.GetValue<string>());
            Assert.NotEmpty(c["licenses"]!.AsArray());
        });
    }

    [RequiresToolFact("python3")]
    public async Task Program_InTheBill_IsTheOneThatWasBuilt()
    {
        var program = JsonNode.Parse(await WriteAsync())!["metadata"]!["component"]!;

        Assert.Equal("1.2.3", program["version"]!.GetValue<string>());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Program))), program["components"]![0]!["hashes"]![0]!["content"]!.GetValue<string>());
    }

    [RequiresToolFact("python3")]
    public async Task Bill_OfTheSameProgram_IsTheSame() => Assert.Equal(await WriteAsync(), await WriteAsync());

    [RequiresToolFact("npm")]
    public async Task Bill_BeforeTheSchemaOfCycloneDx_IsValidAndASpoiltOneIsNot()
    {
        var npm = new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        {
            WorkingDirectory = Repository.PathOf("deploy", "release"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Assert.Equal(0, (await Finished.RunAsync(npm)).ExitCode);
        string bill = await WriteAsync();

        var good = await Script.RunAsync("check-sbom.py", _folder.Write("good.cdx.json", bill));
        var bad = await Script.RunAsync("check-sbom.py", _folder.Write("bad.cdx.json", bill.Replace("\"id\": \"MIT\"", "\"id\": \"MIT of old\"", StringComparison.Ordinal)));

        Assert.Equal((0, "", ""), (good.ExitCode, good.Output, good.Error));
        Assert.Equal(1, bad.ExitCode);
        Assert.Contains("MIT of old", bad.Output, StringComparison.Ordinal);
    }

    [RequiresToolFact("python3")]
    public async Task Notices_OfEveryPackage_NameItWithItsLicence()
    {
        var components = JsonNode.Parse(await WriteAsync())!["components"]!.AsArray();

        var notices = await Script.RunAsync("notices.py", "--deps", Deps, "--packages", Packages);

        Assert.Equal((0, ""), (notices.ExitCode, notices.Error));
        Assert.All(components, c => Assert.Contains($"\n{c!["name"]} {c["version"]}\n===", notices.Output, StringComparison.Ordinal));
        Assert.Contains("librdkafka - Apache Kafka C driver library", notices.Output, StringComparison.Ordinal);
    }

    static string Deps => Path.ChangeExtension(Program, ".deps.json");

    static string Packages => Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    async Task<string> WriteAsync()
    {
        var finished = await Script.RunAsync("sbom.py", "--version", "1.2.3", "--deps", Deps, "--packages", Packages, "--time", "1700000000", Program);
        Assert.Equal((0, ""), (finished.ExitCode, finished.Error));
        return finished.Output;
    }

    /// <summary>What lies beside the program and is not ours, by the names of the assemblies.</summary>
    static IEnumerable<string> ShippedAssemblies() =>
    [
        .. Directory.GetFiles(Output, "*.dll").Select(f => Path.GetFileNameWithoutExtension(f))
            .Where(name => !name.StartsWith("modelexporter", StringComparison.OrdinalIgnoreCase))
            .Select(PackageOf).Order(StringComparer.OrdinalIgnoreCase),
    ];

    static bool HasAssembly(string package) => package != "librdkafka.redist";

    /// <summary>Assemblies that are not called like their package.</summary>
    static string PackageOf(string assembly) => assembly switch
    {
        "BCrypt-Net-Next" => "BCrypt.Net-Next",
        "Prometheus.NetStandard" => "prometheus-net",
        "Prometheus.AspNetCore" => "prometheus-net.AspNetCore",
        _ => assembly,
    };
}
