using System.Security.Cryptography;
using System.Text;
using AdvPortal.Application.Common;

namespace AdvPortal.Web.Api;

/// <summary>Lets every POST be sent again under its `Idempotency-Key`: the work is done once, and answered alike.</summary>
internal static class Idempotency
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 200;

    public static async Task ReadKeyAsync(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.Headers.TryGetValue(Header, out var header))
        {
            var key = header.ToString();

            if (key.Length is 0 or > LongestKey)
            {
                await Problems.WriteAsync(context, StatusCodes.Status400BadRequest);
                return;
            }

            // The key is the caller's own: another's same key is another key.
            var actor = context.User.Identity?.Name is null ? "" : context.RequestServices.GetRequiredService<CurrentMember>().Actor;
            context.RequestServices.GetRequiredService<CurrentRequest>().MayBeRepeated($"{actor}/{key}", await HashAsync(context.Request, context.RequestAborted));
        }

        await next(context);
    }

    private static async Task<byte[]> HashAsync(HttpRequest request, CancellationToken ct)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Path}{request.QueryString}\n"));
        var buffer = new byte[16 * 1024];

        while (await request.Body.ReadAsync(buffer, ct) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
        }

        request.Body.Position = 0;

        return hash.GetHashAndReset();
    }
}
