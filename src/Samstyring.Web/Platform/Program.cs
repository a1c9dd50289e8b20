using Samstyring.Web.Platform;

var builder = WebApplication.CreateBuilder(args);
builder.AddSamstyring();

var app = builder.Build();
app.UseSamstyring();
await app.PrepareDatabaseAsync();
await app.RunAsync();
