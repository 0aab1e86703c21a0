using System.Reflection;

namespace AdvPortal.Application.Tests.Portfolios;

/// <summary>Which use cases change something that history tells of: read off what they call, so that a new one is among them without being named.</summary>
internal static class Writing
{
    private const byte Call = 0x28;
    private const byte CallVirtual = 0x6F;
    private const int BytesOfToken = 4;

    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Assembly _application = typeof(UnitOfWork).Assembly;

    public static IReadOnlyList<Type> UseCases { get; } = [.. _application.GetTypes().Where(type => type.GetCustomAttribute<UseCaseAttribute>() is not null && Writes(type, []))];

    /// <summary>What all acts on one kind of thing go through, such as <c>ActOnOrder</c>; null for a use case that has a way of its own.</summary>
    public static Type? DoorOf(Type useCase) => Given(useCase).SingleOrDefault(type => type.Name.StartsWith("ActOn", StringComparison.Ordinal));

    // By itself, or through what it is given.
    private static bool Writes(Type type, HashSet<Type> seen) => seen.Add(type) && (WithNested(type).SelectMany(each => each.GetMethods(All)).Any(Saves) || Given(type).Any(given => Writes(given, seen)));

    private static IEnumerable<Type> Given(Type type) => type.GetConstructors(All).SelectMany(it => it.GetParameters()).Select(it => it.ParameterType).Where(it => it.Assembly == _application && it.IsClass && it != typeof(UnitOfWork) && !typeof(Delegate).IsAssignableFrom(it));

    private static IEnumerable<Type> WithNested(Type type) => type.GetNestedTypes(All).SelectMany(WithNested).Prepend(type);

    private static bool Saves(MethodInfo method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];

        return Enumerable.Range(0, Math.Max(0, code.Length - BytesOfToken)).Any(at => code[at] is Call or CallVirtual && Called(method, BitConverter.ToInt32(code, at + 1)) is { } called
            && called.DeclaringType == typeof(UnitOfWork) && called.Name is nameof(UnitOfWork.RunAsync) or nameof(UnitOfWork.RunOnManyAsync) or nameof(UnitOfWork.RunByLinkAsync));
    }

    // Not every four bytes after such a byte name a method.
    private static MethodBase? Called(MethodInfo method, int token)
    {
        try
        {
            return method.Module.ResolveMethod(token, method.DeclaringType!.GetGenericArguments(), method.GetGenericArguments());
        }
        catch (Exception e) when (e is ArgumentException or BadImageFormatException)
        {
            return null;
        }
    }
}
