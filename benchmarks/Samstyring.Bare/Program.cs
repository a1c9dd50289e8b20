using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
builder.Services.AddRazorPages();
builder.Services.AddResponseCompression(options => options.EnableForHttps = false);
builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));

var app = builder.Build();
app.UseResponseCompression();
app.UseRouting();
app.MapRazorPages();
app.MapGet("/health/ready", () => TypedResults.Text("ok"));
await app.RunAsync();
