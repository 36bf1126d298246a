namespace ModelExporter.Demo;

/// <summary>A part of the story: what is true in it, and which metrics tell.</summary>
/// <param name="Name">What the field calls it.</param>
/// <param name="Hours">How long it lasts, in simulated time.</param>
/// <param name="World">What is true.</param>
/// <param name="Event">What happens.</param>
/// <param name="Sign">What to look for.</param>
/// <param name="Watches">The series that show it, or show that nothing happens.</param>
sealed record Chapter(string Name, int Hours, World World, string Event, string Sign, IReadOnlyList<Watch> Watches);
