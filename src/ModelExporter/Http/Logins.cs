using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ModelExporter.WebConfiguration;

namespace ModelExporter.Http;

/// <summary>
/// Holds passwords against their hashes. That is slow on purpose, so one is looked at at a time and few may wait: a flood of wrong logins
/// takes one processor at most. The last good password of each user is remembered, and passes the flood.
/// </summary>
sealed class Logins
{
    /// <summary>At the usual cost of 10, about a second's worth.</summary>
    const int MaxWaiting = 16;

    /// <summary>A user who is not there takes as long as one who is, so that time does not tell which names there are.</summary>
    static readonly BcryptHash Nobody = new(10, "QOauhQNbBCuQDKes6eFzPeMqBSjb7Mr5DUmpZ/VcEd00UAV/LDeSi");

    readonly SemaphoreSlim _turn = new(1);
    readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);
    int _waiting;

    public async ValueTask<LoginVerdict> JudgeAsync(IReadOnlyDictionary<string, string> users, string user, string password, CancellationToken cancellation)
    {
        byte[] given = Encoding.UTF8.GetBytes(password);
        string? hash = users.GetValueOrDefault(user);
        if (hash is not null && _known.TryGetValue(user, out var known) && known.Hash == hash && CryptographicOperations.FixedTimeEquals(known.Password, given)) return LoginVerdict.Welcome;
        try
        {
            if (Interlocked.Increment(ref _waiting) > MaxWaiting) return LoginVerdict.Busy;
            await _turn.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
        try
        {
            var expected = hash is not null && BcryptHash.TryParse(hash, out var parsed) ? parsed : Nobody;
            if (!expected.Matches(password) || hash is null) return LoginVerdict.Refused;
            _known[user] = new Known(hash, given);
            return LoginVerdict.Welcome;
        }
        finally
        {
            _turn.Release();
        }
    }

    sealed record Known(string Hash, byte[] Password);
}
