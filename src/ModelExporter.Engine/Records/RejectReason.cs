namespace ModelExporter.Engine.Records;

/// <summary>Why a record did not become a row.</summary>
public enum RejectReason
{
    /// <summary>It is a row.</summary>
    None,
    MalformedJson,
    InvalidUtf8,
    NotAnObject,
    NoContent,
    NoId,
    InvalidId,
    InvalidTimestamp,
    InvalidLabel,
    InvalidModel,
    NoModel,
    UnknownModel,
    NotAPrediction,
    NotALabel,
    TooLong,
    MalformedCsv,
    WrongFieldCount,
    InvalidHeader,
    NoValue,
}
