using System.Globalization;
using System.Text.Json;
using AdvPortal.Application.Common;
using AdvPortal.Web.Hosting;

namespace AdvPortal.Web.Api;

/// <summary>
/// Refuses in one place what is well-formed and can yet be nothing of ours: a hole in a list, and the character NUL, which PostgreSQL keeps in
/// no text. No form then needs to expect either. A file in a form is another: what a form writes around it would be read as the client's.
/// </summary>
internal static class SoundRequest
{
    public static async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;

        if (request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) is true)
        {
            await Problems.WriteAsync(context, StatusCodes.Status400BadRequest);
        }
        else if (Failures.IsForProgram(context) && request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) is true)
        {
            await Problems.For(new FileIsTheBody(), context).ExecuteAsync(context);
        }
        else if (Failures.IsForProgram(context) && request.HasJsonContentType() && await FaultAsync(request, context.RequestAborted) is var (field, fault))
        {
            await Problems.For(new Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [fault] }), context).ExecuteAsync(context);
        }
        else
        {
            await next(context);
        }
    }

    private static async Task<(string Field, string Fault)?> FaultAsync(HttpRequest request, CancellationToken ct)
    {
        request.EnableBuffering();
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, ct);
        request.Body.Position = 0;

        try
        {
            return FaultIn(body.GetBuffer().AsSpan(0, (int)body.Length));
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // Whoever binds the body says so, in the words for it.
            return null;
        }
    }

    private static (string Field, string Fault)? FaultIn(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        var path = new Stack<Place>();

        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray) && path.TryPop(out var list))
            {
                // The next element of its list; a member of an object is where its name left it.
                path.Push(list.IsList ? list with { Index = list.Index + 1 } : list);
            }

            switch (reader.TokenType)
            {
                case JsonTokenType.Null when path.TryPeek(out var place) && place.IsList:
                    return (Written(path), "NotOfThisShape");
                case JsonTokenType.PropertyName or JsonTokenType.String when reader.ValueIsEscaped && reader.GetString()!.Contains('\0'):
                    return (Written(reader.TokenType is JsonTokenType.PropertyName ? path.Skip(1) : path), "NulCharacter");
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    path.Push(new(reader.TokenType is JsonTokenType.StartArray, -1, null));
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    path.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    path.Pop();
                    path.Push(new(false, -1, reader.GetString()));
                    break;
            }
        }

        return null;
    }

    /// <summary>lines[0].quantity: as every other error of a body is told.</summary>
    private static string Written(IEnumerable<Place> path) =>
        string.Concat(path.Reverse().Select(place => place.IsList ? string.Create(CultureInfo.InvariantCulture, $"[{place.Index}]") : $".{place.Name}")).TrimStart('.');

    private readonly record struct Place(bool IsList, int Index, string? Name);
}

/// <summary>A file is sent as it is, not in a form.</summary>
internal sealed record FileIsTheBody : Refusal
{
    public override RefusalKind Kind => RefusalKind.WrongType;
}
