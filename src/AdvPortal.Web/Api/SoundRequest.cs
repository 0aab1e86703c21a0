using System.Text.Json;
using AdvPortal.Application.Common;
using AdvPortal.Web.Hosting;

namespace AdvPortal.Web.Api;

/// <summary>
/// Refuses in one place what is well-formed and can yet be nothing of ours: a hole in a list, and the character NUL, which PostgreSQL keeps in
/// no text. No form then needs to expect either.
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
        var (field, lists) = ("", new Stack<bool>());

        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    lists.Push(reader.TokenType is JsonTokenType.StartArray);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    lists.Pop();
                    break;
                case JsonTokenType.Null when lists.TryPeek(out var isList) && isList:
                    return (field, "NotOfThisShape");
                case JsonTokenType.PropertyName or JsonTokenType.String when reader.ValueIsEscaped && reader.GetString()!.Contains('\0'):
                    return (field, "NulCharacter");
                case JsonTokenType.PropertyName:
                    field = reader.GetString()!;
                    break;
            }
        }

        return null;
    }
}
