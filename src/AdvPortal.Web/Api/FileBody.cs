using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace AdvPortal.Web.Api;

/// <summary>A file that is the body of a request: the raw bytes, named by Content-Disposition.</summary>
internal static class FileBody
{
    /// <returns>Null for a file over the limit, which is not read.</returns>
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

        return (body.ToArray(), name.Length == 0 ? "document" : Path.GetFileName(name));
    }
}
