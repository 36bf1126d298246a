namespace ModelExporter.Tests.Deploy;

/// <summary>Tests that run containers share a store, and run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class ImageGroup : ICollectionFixture<ImageStore>
{
    public const string Name = "images";
}
