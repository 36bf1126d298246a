using ModelExporter.Engine.Records;

namespace ModelExporter.Sources.Kafka;

/// <summary>Where copies of rejected messages go. It takes them at once or drops them, and never makes anybody wait.</summary>
interface IDeadLetters : IDisposable
{
    /// <param name="message">What is known of the message.</param>
    /// <param name="reason">Why it, or a record in it, was rejected.</param>
    /// <param name="payload">Its value; empty = it has none, or one that is too long.</param>
    void Add(Message message, RejectReason reason, ReadOnlySpan<byte> payload);
}
