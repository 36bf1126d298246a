using ModelExporter.Engine.Config;

namespace ModelExporter.Engine.Monitoring.Outcomes;

/// <summary>Which cell means what in the state of a model's outcomes. One kind of task, one layout.</summary>
abstract class OutcomeLayout
{
    /// <summary>The cell that counts joined labels.</summary>
    public const int Labels = 0;

    /// <summary>Cells of counts.</summary>
    public abstract int Counts { get; }

    /// <summary>Cells of sums.</summary>
    public abstract int Sums { get; }

    /// <summary>Most cells and most sums that one outcome touches.</summary>
    public abstract (int Cells, int Terms) Width { get; }

    /// <summary>Writes what one outcome adds.</summary>
    public abstract void Write(in Outcome outcome, IncrementBuffer buffer);

    public static OutcomeLayout For(TaskKind task, int classes) => task switch
    {
        TaskKind.Binary => new BinaryLayout(),
        TaskKind.Multiclass => new MulticlassLayout(classes),
        _ => new RegressionLayout(),
    };
}
