using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using ModelExporter.Exposition;
using ModelExporter.Logging;
using ModelExporter.Pipeline;
using ModelExporter.Status;
using ModelExporter.Telemetry;
using ModelExporter.WebConfiguration;
using OpenTelemetry.Metrics;

namespace ModelExporter.Http;

/// <summary>The HTTP surface: models' metrics, pushes and pages on the main listeners, the exporter's own metrics on the telemetry listeners, and pushes on listeners of their own where they have any.</summary>
public static class WebServer
{
    /// <summary>How long requests that are being answered may take when the exporter is told to stop.</summary>
    static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(5);

    /// <param name="options">Where it listens, and what it answers.</param>
    /// <param name="logging">How it logs.</param>
    /// <param name="exporter">What is served.</param>
    /// <param name="names">Models and sources that the exporter will start with.</param>
    /// <param name="time">The clock.</param>
    public static WebApplication Build(WebOptions options, LogOptions logging, Exporter exporter, int names, TimeProvider time)
    {
        // Empty: an appsettings.json or ASPNETCORE_URLS of the model server next door is not ours to obey, nor to watch.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.AddExporterLogging(logging, time);
        // What keeps the server from starting is thrown as well, and told once by the command.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical);
        if (options.ConfigFile is { } file) builder.Services.AddSingleton(services => new WebConfigFile(file, services.GetRequiredService<ILogger<WebConfigFile>>()));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, options));
        builder.Services.AddRoutingCore();
        builder.Services.AddResponseCompression(compression =>
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/openmetrics-text"]);
        builder.Services.AddSingleton(exporter);
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<ModelRegistry>();
        builder.Services.AddSingleton<ScrapeGate>();
        builder.Services.AddSingleton<StatusReader>();
        AddTelemetry(builder.Services, new InstrumentViews(names));

        var app = builder.Build();
        RegisterMeter(app);
        if (app.Services.GetService<WebConfigFile>() is { } web) app.Use(new WebGuard(web, new Logins()).PassAsync);
        app.UseResponseCompression();
        app.MapWhen(context => context.CameTo(ListenerRole.Telemetry), branch => UseTelemetry(branch, options));
        app.MapWhen(context => context.CameTo(ListenerRole.Push), branch => UsePush(branch, options));
        app.MapWhen(context => context.CameTo(ListenerRole.Main), branch => UseMain(branch, options));
        return app;
    }

    /// <summary>Where the server listens, once it does.</summary>
    public static IEnumerable<string> Addresses(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];

    static void Listen(KestrelServerOptions kestrel, WebOptions options)
    {
        kestrel.AddServerHeader = false;
        // The limit on a body is on what it decompresses to, and is the push endpoint's.
        kestrel.Limits.MaxRequestBodySize = null;
        var web = kestrel.ApplicationServices.GetService<WebConfigFile>();
        var tls = web?.Current is { Tls.IsEnabled: true } config ? new TlsListener(web, config.Http.Http2) : null;
        foreach (var (addresses, role) in new[] { (options.Main, ListenerRole.Main), (options.Telemetry, ListenerRole.Telemetry), (options.Push, ListenerRole.Push) })
        {
            foreach (var address in addresses)
            {
                if (address.Host is { } host) kestrel.Listen(host, address.Port, Configure);
                else kestrel.ListenAnyIP(address.Port, Configure);
            }

            void Configure(ListenOptions listener)
            {
                listener.Mark(role);
                tls?.Secure(listener);
            }
        }
    }

    static void AddTelemetry(IServiceCollection services, InstrumentViews views) => services.AddOpenTelemetry().WithMetrics(metrics => metrics
        .AddMeter(ExporterMetrics.MeterName, "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
        .AddView(views.Of)
        .AddPrometheusExporter(exporter =>
        {
            exporter.ScrapeResponseCacheDurationMilliseconds = 0;
            exporter.ScopeInfoEnabled = false;
            exporter.TargetInfoEnabled = false;
        }));

    static void RegisterMeter(WebApplication app)
    {
        // The application owns the meter as long as it runs.
        var meter = app.Services.GetRequiredService<IMeterFactory>().Create(ExporterMetrics.MeterName);
        var services = app.Services;
        ExporterMetrics.Register(meter, new ExporterView(services.GetRequiredService<Exporter>(), services.GetRequiredService<ScrapeGate>(), BuildInfo.Current));
    }

    static void UseTelemetry(IApplicationBuilder app, WebOptions options)
    {
        app.UseOpenTelemetryPrometheusScrapingEndpoint(context => context.Request.Path == options.Path);
        app.UseRouting();
        app.UseEndpoints(endpoints =>
        {
            if (options.Path != LandingPage.Path) LandingPage.Map(endpoints, LandingPage.ForTelemetry(options));
            LifecycleEndpoints.MapProbes(endpoints);
        });
    }

    static void UseMain(IApplicationBuilder app, WebOptions options)
    {
        app.UseRouting();
        app.UseEndpoints(endpoints =>
        {
            if (options.Path != LandingPage.Path) LandingPage.Map(endpoints, LandingPage.ForMain(options));
            LifecycleEndpoints.MapProbes(endpoints);
            MetricsEndpoint.Map(endpoints, options.Path);
            StatusEndpoints.Map(endpoints);
            if (options.Push.Count == 0) MapPush(endpoints, options);
        });
    }

    static void UsePush(IApplicationBuilder app, WebOptions options)
    {
        app.UseRouting();
        app.UseEndpoints(endpoints => MapPush(endpoints, options));
    }

    /// <summary>What changes something: who may scrape need not be who may do this.</summary>
    static void MapPush(IEndpointRouteBuilder endpoints, WebOptions options)
    {
        if (options.EnableLifecycle) LifecycleEndpoints.MapReload(endpoints);
        PushEndpoints.Map(endpoints);
    }
}
