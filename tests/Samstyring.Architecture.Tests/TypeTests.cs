using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;
using Samstyring.Analysis.Networks;
using Samstyring.Data;
using Samstyring.Domain.Kernel;

namespace Samstyring.Architecture.Tests;

public sealed class TypeTests
{
    /// <summary>Each with how many classes it has at least, so that an empty reading is no pass.</summary>
    public static TheoryData<Assembly, int> Assemblies() => new() { { typeof(Codes).Assembly, 20 }, { typeof(NetworkGraph).Assembly, 10 }, { typeof(SamstyringDb).Assembly, 20 }, { typeof(Program).Assembly, 20 } };

    [Theory, MemberData(nameof(Assemblies))]
    public void A_class_is_sealed_or_made_to_be_inherited(Assembly assembly, int least)
    {
        var classes = assembly.GetTypes().Where(type => type.IsClass && !IsGenerated(type)).ToList();

        Assert.InRange(classes.Count, least, 10_000);
        Offenders.None(classes.Where(type => !type.IsSealed && !type.IsAbstract).Select(type => type.FullName!));
    }

    private static bool IsGenerated(Type type) =>
        type == typeof(Program)
        || type.Name.Contains('<')
        || type.Namespace is null or "AspNetCoreGeneratedDocument"
        || type.Namespace.Contains(".Migrations")
        || type.Namespace.Contains(".Generated")
        || type.IsDefined(typeof(CompilerGeneratedAttribute))
        || type.IsDefined(typeof(GeneratedCodeAttribute))
        || (type.DeclaringType is { } outer && IsGenerated(outer));
}
