namespace ModelExporter.Demo;

/// <summary>A feature's name and value; neither number nor text is a missing value.</summary>
readonly record struct Feature(string Name, double? Number, string? Text)
{
    public static Feature Of(string name, double number) => new(name, number, null);

    public static Feature Of(string name, string? text) => new(name, null, text);
}
