using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ModelExporter.Http;

/// <summary>Which of the surfaces a connection came to. Told by the listener, not by the Host header: behind a port-forward that names another port.</summary>
enum ListenerRole
{
    Main,
    Telemetry,
    Push,
}

static class ListenerRoles
{
    const string Key = "modelexporter.role";

    public static void Mark(this ListenOptions listener, ListenerRole role) => listener.Use(next => connection =>
    {
        connection.Items[Key] = role;
        return next(connection);
    });

    public static bool CameTo(this HttpContext context, ListenerRole role) =>
        context.Features.Get<IConnectionItemsFeature>()?.Items.TryGetValue(Key, out object? marked) == true && marked is ListenerRole came && came == role;
}
