namespace ModelExporter.Sources.Push;

/// <summary>What became of the records of one body.</summary>
/// <param name="Accepted">Records that became rows.</param>
/// <param name="Rejected">Records that did not.</param>
/// <param name="Errors">The first of the rejected, at most <see cref="MaxErrors"/>.</param>
public sealed record PushResult(long Accepted, long Rejected, IReadOnlyList<PushError> Errors)
{
    /// <summary>A sender that is wrong once is usually wrong everywhere: a few errors tell it all.</summary>
    public const int MaxErrors = 10;
}
