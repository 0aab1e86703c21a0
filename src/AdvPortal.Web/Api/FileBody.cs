using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace AdvPortal.Web.Api;

/// <summary>A file that is the body of a request: the raw bytes, named by Content-Disposition.</summary>
internal static class FileBody
{
    /// <returns>Null for a file over the limit.</returns>
    public static async Task<(byte[] Bytes, string Name)?> ReadAsync(HttpContext http, int mostBytes)
    {
        if (http.Request.ContentLength > mostBytes)
        {
            return null;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = mostBytes;
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var name = ContentDispositionHeaderValue.TryParse(http.Request.Headers.ContentDisposition.ToString(), out var disposition)
            ? (disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString().Trim('"')
            : "";

        name = Path.GetFileName(string.Concat(name.Where(c => !char.IsControl(c))));

        // Whoever read the body before us, to know it again, had another limit.
        return body.Length > mostBytes ? null : (body.ToArray(), name.Length == 0 ? "document" : name);
    }
}
