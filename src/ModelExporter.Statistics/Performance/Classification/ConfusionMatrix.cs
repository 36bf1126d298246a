namespace ModelExporter.Statistics.Performance.Classification;

/// <summary>A view of the counts of every pair of actual and predicted class.</summary>
/// <param name="cells">The counts; the cell of a pair is at actual · classes + predicted.</param>
/// <param name="classes">The number of classes.</param>
public readonly ref struct ConfusionMatrix(ReadOnlySpan<long> cells, int classes)
{
    readonly ReadOnlySpan<long> _cells = cells[..(classes * classes)];

    public int Classes { get; } = classes;

    public long this[int actual, int predicted] => _cells[actual * Classes + predicted];

    public long Total
    {
        get
        {
            long total = 0;
            foreach (long cell in _cells)
                total += cell;
            return total;
        }
    }

    /// <summary>How many were predicted as what they are.</summary>
    public long Correct
    {
        get
        {
            long correct = 0;
            for (int label = 0; label < Classes; label++)
                correct += this[label, label];
            return correct;
        }
    }

    /// <summary>How many are of the class.</summary>
    public long Actual(int label)
    {
        long count = 0;
        for (int predicted = 0; predicted < Classes; predicted++)
            count += this[label, predicted];
        return count;
    }

    /// <summary>How many were predicted to be of the class.</summary>
    public long Predicted(int label)
    {
        long count = 0;
        for (int actual = 0; actual < Classes; actual++)
            count += this[actual, label];
        return count;
    }

    public long TruePositives(int positive) => this[positive, positive];
    public long FalsePositives(int positive) => Predicted(positive) - this[positive, positive];
    public long FalseNegatives(int positive) => Actual(positive) - this[positive, positive];
    public long TrueNegatives(int positive) => Total - Actual(positive) - Predicted(positive) + this[positive, positive];
}
