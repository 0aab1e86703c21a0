using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace AdvPortal.Browser.Tests;

/// <summary>A document of each kind that clients send, so that each way of showing one is looked at.</summary>
internal static class EveryDocument
{
    private const string Order = "UNB+UNOC:3+3020000000017:14+3012345600016:14+261123:0812+1'UNH+1+ORDERS:D:96A:UN:EAN008'BGM+220+4500190001+9'DTM+137:20261123:102'NAD+BY+5412345000013::9++Quincaillerie du Thym'CUX+2:EUR:9'LIN+1'PIA+5+0A-4711:IN'QTY+21:500:PCE'UNS+S'UNT+9+1'UNZ+1+1'";
    private const string Change = "UNB+UNOC:3+3020000000017:14+3012345600016:14+261123:0812+2'UNH+1+ORDCHG:D:96A:UN:EAN008'BGM+230+4500190001-1+4'DTM+137:20261123:102'RFF+ON:4500190001'NAD+BY+5412345000013::9++Quincaillerie du Thym'CUX+2:EUR:9'LIN+1+3'PIA+5+0A-4711:IN'QTY+21:700:PCE'UNS+S'UNT+10+1'UNZ+1+2'";
    private const string Ubl = """<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"><cbc:ID>4500190002</cbc:ID><cbc:IssueDate>2026-11-23</cbc:IssueDate><cac:BuyerCustomerParty><cac:Party><cac:PartyName><cbc:Name>Quincaillerie du Thym</cbc:Name></cac:PartyName></cac:Party></cac:BuyerCustomerParty><cac:OrderLine><cac:LineItem><cbc:ID>1</cbc:ID><cbc:Quantity unitCode="EA">12</cbc:Quantity><cac:Item><cbc:Name>Vis à tôle</cbc:Name></cac:Item></cac:LineItem></cac:OrderLine></Order>""";
    private const string Table = "Commande n°;Réf;Combien;Emballage;PU\n4500190003;VH-M8-30-ZN;12;bte;8,40\n";
    private const string Mail = "From: Lise Martin <lise.martin@quincaillerie-thym.example>\r\nTo: adv@visserie-du-perche.example\r\nSubject: Commande 4500190004\r\nDate: Mon, 23 Nov 2026 08:00:00 +0100\r\nMessage-ID: <1@quincaillerie-thym.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nBonjour,\r\n\r\nMerci de nous livrer 500 vis VH-M8-30-ZN.\r\n\r\nLise Martin\r\n";

    /// <summary>The pages of the documents, and of the layout that one of them is first seen in.</summary>
    public static async Task<IReadOnlyList<string>> SendAsync(Uri portal, string company)
    {
        using var http = new HttpClient { BaseAddress = new(portal, $"/{company}/api/v1/") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", $"demo-{company}");
        var client = (string?)(await http.GetFromJsonAsync<JsonNode>("clients?limit=1"))!["items"]![0]!["id"];
        List<string> pages = [];

        foreach (var (name, text) in new[] { ("commande.edi", Order), ("modification.edi", Change), ("commande.xml", Ubl), ("commande.eml", Mail), ("bonjour.txt", "Bonjour, merci de rappeler.") })
        {
            pages.Add($"orders/documents/{await SendAsync(http, name, Encoding.UTF8.GetBytes(text), "")}");
        }

        foreach (var file in RealFiles("pdf", "*.pdf").Concat(RealFiles("xlsx", "*.xlsx")))
        {
            pages.Add($"orders/documents/{await SendAsync(http, Path.GetFileName(file), await File.ReadAllBytesAsync(file), "")}");
        }

        pages.Add($"orders/documents/{await SendAsync(http, "commande.csv", Encoding.UTF8.GetBytes(Table), $"?clientId={client}")}");
        pages.Add($"orders/layouts/{(string?)(await http.GetFromJsonAsync<JsonNode>("document-layouts"))!["items"]![0]!["id"]}");

        return pages;
    }

    private static async Task<string> SendAsync(HttpClient http, string name, byte[] bytes, string query)
    {
        using var content = new ByteArrayContent(bytes) { Headers = { ContentDisposition = new("attachment") { FileName = name } } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "order-documents" + query) { Content = content, Headers = { { "Idempotency-Key", name } } };
        using var answer = await http.SendAsync(request);

        return (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"] ?? throw new InvalidOperationException($"{name}: {answer.StatusCode}");
    }

    // One of each of the files that others made, where they lie beside the repository.
    private static IEnumerable<string> RealFiles(string kind, string pattern)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var files = Path.Combine(folder.FullName, "shared", "cases", kind);

            if (Directory.Exists(files))
            {
                return Directory.EnumerateFiles(files, pattern).Order(StringComparer.Ordinal).Take(1);
            }
        }

        return [];
    }
}
