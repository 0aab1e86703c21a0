using AdvPortal.Web.Hosting;

await using var database = await PortalDatabase.OpenAsync(args);
await using var app = Portal.Build(args, database);
await DemoData.SeedAsync(app);
await app.RunAsync();
