namespace ModelExporter.Tests.Deploy;

/// <summary>A theory about the images, as <see cref="RequiresImagesFactAttribute"/> is a fact about them.</summary>
sealed class RequiresImagesTheoryAttribute : TheoryAttribute
{
    public RequiresImagesTheoryAttribute() => Skip = RequiresImagesFactAttribute.Why;
}
