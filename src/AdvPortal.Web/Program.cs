using AdvPortal.Web.Hosting;

// Started as `read`, it is the limited process that parses one document and ends.
if (args is ["read", ..])
{
    return Reading.Run(args[1..]);
}

await using var app = await Portal.BuildAsync(args);
await app.RunAsync();

return 0;
