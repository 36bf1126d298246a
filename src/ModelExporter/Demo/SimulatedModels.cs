namespace ModelExporter.Demo;

/// <summary>The models of the demo.</summary>
static class SimulatedModels
{
    public static IReadOnlyList<SimulatedModel> All { get; } = [new ChurnModel(), new TicketRoutingModel(), new DeliveryModel()];
}
