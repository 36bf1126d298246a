using System.Text;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring.Outcomes;
using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Tests.Monitoring.Outcomes;

public class ClassMapTests
{
    readonly RecordBatch _batch = new BatchPool(new SlotNames(8)).Rent();

    [Theory]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("True")]
    [InlineData("1.0")]
    public void Resolve_SpellingsOfOne_AreOneClassHoweverItIsNamed(string positive)
    {
        var classes = new ClassMap(Binary(positive), []);
        Assert.All([Number(1), Boolean(true), Text("1"), Text("1.0"), Text("1e0"), Text(" 1 "), Text("true"), Text("True"), Text("TRUE")],
            value => Assert.Equal(BinaryLayout.Positive, classes.Resolve(_batch, value)));
        Assert.All([Number(0), Number(-0.0), Boolean(false), Text("0"), Text("0.0"), Text("false"), Text("False")],
            value => Assert.Equal(BinaryLayout.Negative, classes.Resolve(_batch, value)));
        Assert.All([Number(2), Text("yes"), Text("11"), Text("")], value => Assert.Equal(BinaryLayout.Other, classes.Resolve(_batch, value)));
        Assert.Equal(positive, classes[BinaryLayout.Positive]);
    }

    [Fact]
    public void Resolve_DeclaredNames_WinOverOtherSpellings()
    {
        var classes = new ClassMap(Multiclass("1", "true", "0.5", "false", "0"), []);
        Assert.Equal(0, classes.Resolve(_batch, Number(1)));
        Assert.Equal(0, classes.Resolve(_batch, Text("1.0")));
        Assert.Equal(1, classes.Resolve(_batch, Boolean(true)));
        Assert.Equal(1, classes.Resolve(_batch, Text("true")));
        Assert.Equal(2, classes.Resolve(_batch, Text("0.50")));
        Assert.Equal(3, classes.Resolve(_batch, Boolean(false)));
        Assert.Equal(4, classes.Resolve(_batch, Number(0)));
    }

    [Fact]
    public void Resolve_NegativeClassNotNamed_IsTheFirstOther()
    {
        var classes = new ClassMap(Binary("UP"), []);
        Assert.Null(classes[BinaryLayout.Negative]);
        Assert.Equal(BinaryLayout.Positive, classes.Resolve(_batch, Text("UP")));
        Assert.Equal(BinaryLayout.Negative, classes.Resolve(_batch, Text("DOWN")));
        Assert.Equal(BinaryLayout.Other, classes.Resolve(_batch, Text("SIDEWAYS")));
        Assert.Equal(BinaryLayout.Negative, classes.Resolve(_batch, Text("DOWN")));
        Assert.Equal("DOWN", classes[BinaryLayout.Negative]);
    }

    [Fact]
    public void Resolve_NegativeClassOfTheBaseline_IsKnownFromTheStart()
    {
        var classes = new ClassMap(Binary("UP"), ["__other__", "UP", "DOWN"]);
        Assert.Equal("DOWN", classes[BinaryLayout.Negative]);
        Assert.Equal(BinaryLayout.Other, classes.Resolve(_batch, Text("FLAT")));
    }

    [Fact]
    public void Resolve_MoreClassesThanAllowed_AreOther()
    {
        var classes = new ClassMap(Multiclass() with { Limits = new LimitConfig { Classes = 3 } }, []);
        Assert.Equal([0, 1, 2, 3, 3, 1], new[] { "a", "b", "c", "d", "e", "b" }.Select(name => classes.Resolve(_batch, Text(name))));
        Assert.Equal(4, classes.Capacity);
        Assert.Equal(3, classes.Other);
        Assert.Equal("__other__", classes[3]);
    }

    [Fact]
    public void Resolve_ClassesDeclared_FindsNoNewOnes()
    {
        var classes = new ClassMap(Multiclass("a", "b"), ["c"]);
        Assert.Equal(3, classes.Capacity);
        Assert.Equal(classes.Other, classes.Resolve(_batch, Text("c")));
    }

    [Fact]
    public void Resolve_TheNameOfOther_IsOther()
    {
        var classes = new ClassMap(Multiclass(), []);
        Assert.Equal(classes.Other, classes.Resolve(_batch, Text("__other__")));
        Assert.Equal(0, classes.Resolve(_batch, Text("a")));
    }

    [Fact]
    public void Resolve_NameTooLong_IsOtherAndNotRemembered()
    {
        var classes = new ClassMap(Multiclass(), []);
        Assert.Equal(classes.Other, classes.Resolve(_batch, Text(new string('x', RecordLimits.NameBytes + 1))));
        Assert.Equal(0, classes.Resolve(_batch, Text(new string('x', RecordLimits.NameBytes))));
    }

    [Fact]
    public void Resolve_NoScalar_IsInvalid()
    {
        var classes = new ClassMap(Multiclass(), []);
        Assert.All([ValueKind.Absent, ValueKind.Missing, ValueKind.Composite], kind => Assert.Equal(ClassMap.Invalid, classes.Resolve(_batch, RecordValue.Of(kind))));
        Assert.Equal(ClassMap.Invalid, classes.Resolve(_batch, Number(double.PositiveInfinity)));
    }

    static ModelConfig Binary(string positive) => new() { Name = "m", Task = TaskKind.Binary, PositiveLabel = positive };

    static ModelConfig Multiclass(params string[] classes) => new() { Name = "m", Task = TaskKind.Multiclass, Classes = classes };

    static RecordValue Number(double number) => RecordValue.OfNumber(number);

    static RecordValue Boolean(bool value) => RecordValue.OfBoolean(value);

    RecordValue Text(string text) => _batch.Keep(Encoding.UTF8.GetBytes(text));
}
