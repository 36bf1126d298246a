namespace ModelExporter.Http;

/// <summary>What comes of a user's name and password.</summary>
enum LoginVerdict
{
    Welcome,
    Refused,

    /// <summary>Too many logins wait to be looked at.</summary>
    Busy,
}
