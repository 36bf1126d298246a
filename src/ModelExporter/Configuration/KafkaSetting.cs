namespace ModelExporter.Configuration;

/// <summary>The value of a librdkafka setting: as the config has it, or where it is to be read. Exactly one of the three is given.</summary>
/// <param name="Value">The value itself.</param>
/// <param name="File">An absolute path of a file whose content, without line breaks at its end, is the value.</param>
/// <param name="Environment">The environment variable that holds the value.</param>
public sealed record KafkaSetting(string? Value, string? File, string? Environment)
{
    static readonly string[] SecretWords = ["password", "passphrase", "secret", "token", "private.key", "key.pem", "oauthbearer.config", "jaas"];

    /// <summary>Whether a setting's value must not be shown.</summary>
    public static bool IsSecret(string name) =>
        !name.EndsWith(".url", StringComparison.Ordinal) && SecretWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the value. It is never kept: a secret that was changed counts from the next connection on.</summary>
    /// <exception cref="IOException">The file cannot be read, or the variable is not set.</exception>
    public string Read()
    {
        if (Value is not null) return Value;
        if (Environment is not null)
            return System.Environment.GetEnvironmentVariable(Environment) ?? throw new IOException($"the environment variable {Environment} is not set");
        try
        {
            return System.IO.File.ReadAllText(File!).TrimEnd('\r', '\n');
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException(e.Message, e);
        }
    }
}
