using System.Net;
using AdvPortal.Exchange.Tests.Intake;

namespace AdvPortal.Web.Tests.Intake;

/// <summary>Measured while no other test runs beside it: the portal's memory is the process's.</summary>
[CollectionDefinition(nameof(HostileMemoryTests), DisableParallelization = true)]
[Collection(nameof(HostileMemoryTests))]
public sealed class HostileMemoryTests(PortalFixture portal)
{
    private const long Most = 50 * 1024 * 1024;

    [Fact]
    public async Task Hostile_files_leave_the_memory_of_the_portal_as_it_was()
    {
        var company = await portal.ACompanyAsync();
        var files = CaseFiles.In("*", "hostile").Select(row => row.Data).ToList();
        await SendAsync(company, files[0]);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        foreach (var file in files)
        {
            await SendAsync(company, file);
            Assert.InRange(GC.GetTotalMemory(forceFullCollection: false) - before, long.MinValue, Most);
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, Most);
    }

    private static async Task SendAsync(Company company, string file)
    {
        using var content = new ByteArrayContent(CaseFiles.Bytes(file));
        content.Headers.ContentDisposition = new("attachment") { FileName = $"\"{Path.GetFileName(file)}\"" };

        Assert.InRange((await company.Api.PostAsync("order-documents", content)).StatusCode, HttpStatusCode.OK, HttpStatusCode.Created);
    }
}
