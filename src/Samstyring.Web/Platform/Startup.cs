using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.WebEncoders;
using Samstyring.Data;
using Samstyring.Data.Loading;
using Samstyring.Domain.Kernel.Json;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Platform;

/// <summary>The one host: what it is made of, in which order a request passes through it, and what it does before the first one.</summary>
internal static class Startup
{
    /// <summary>The address of the database: an ADO.NET connection string.</summary>
    private const string DatabaseSetting = "SAMSTYRING_DATABASE";

    public static void AddSamstyring(this WebApplicationBuilder builder)
    {
        var connection = builder.Configuration[DatabaseSetting] ?? "Data Source=samstyring.db";
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Services.AddSamstyringDatabase(connection, SignedIn.ViewerOf);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddFeatures();
        builder.Services.AddSingleton<Catalogue>();
        builder.Services.AddSingleton<UiTexts>();
        builder.Services.AddScoped<Ui>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddProblemDetails();
        builder.Services.AddRazorPages(options =>
        {
            options.RootDirectory = "/Features";
            foreach (var feature in Access.OpenFeatures)
            {
                options.Conventions.AllowAnonymousToFolder("/" + feature);
            }
        });
        builder.Services.AddRouting(options => options.LowercaseUrls = true);
        builder.Services.AddSignIn(builder.Environment);
        builder.Services.AddAuthorization(Access.Configure);
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, Access.DeniedIsNotFound>();
        builder.Services.AddResponseCompression(options => options.EnableForHttps = false);
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(System.Text.Unicode.UnicodeRanges.All));
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
            options.SerializerOptions.Converters.Add(new CodeJsonConverter());
            options.SerializerOptions.Converters.Add(new LocalizedTextJsonConverter());
            options.SerializerOptions.Converters.Add(new StrongIdJsonConverter());
        });
        builder.Services.AddSamstyringApi();
    }

    /// <summary>What the pages and the API read with, and the use cases that they share.</summary>
    private static void AddFeatures(this IServiceCollection services)
    {
        services.AddScoped<Features.LifeEvents.LifeEventPicture>();
        services.AddScoped<Features.Networks.NetworkPicture>();
        services.AddScoped<Features.Organisations.BodyRoleReader>();
        services.AddScoped<Features.Organisations.OrganisationPicture>();
        services.AddScoped<Features.Organisations.Municipalities.MunicipalityPicture>();
        services.AddScoped<Features.Knowledge.NoteSubjects>();
        services.AddScoped<Features.Access.SignInUser>();
        services.AddScoped<Data.Records.ChangeRecord>();
        services.AddScoped<Data.Records.AddRecord>();
        services.AddScoped<Data.Records.AnswerProposal>();
        services.AddScoped<Data.Import.ImportRecords>();
        services.AddScoped<Features.Stewardship.HistoryReader>();
    }

    public static void UseSamstyring(this WebApplication app)
    {
        app.UseWhen(IsApi, api => api.UseExceptionHandler().UseStatusCodePages());
        app.UseWhen(context => !IsApi(context), pages => pages.UseExceptionHandler("/feil/500").UseStatusCodePagesWithReExecute("/feil/{0}"));
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseMiddleware<UiLanguage>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages();
        app.MapSamstyringApi();
        app.MapHealth();
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api/v1", StringComparison.OrdinalIgnoreCase);

    /// <summary>Brings the schema up to date and loads facts that are new or changed since the last start.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SamstyringDb>();
        await db.MigrateAsync(CancellationToken.None);
        var report = await ReferenceData.LoadAsync(db, DataFolder(app), app.Services.GetRequiredService<TimeProvider>(), CancellationToken.None);
        foreach (var error in report.Errors)
        {
            Log.DataError(app.Logger, error);
        }

        if (!report.Succeeded)
        {
            throw new InvalidOperationException($"The facts under data/reference have {report.Errors.Count} errors and were not loaded. They stand in the log.");
        }

        Log.Loaded(app.Logger, report.Added, report.Changed, report.Removed);
    }

    /// <summary>Beside the program where it is published, else in the source tree.</summary>
    private static string DataFolder(WebApplication app) =>
        app.Configuration["SAMSTYRING_DATA"] ?? Path.Combine(AppContext.BaseDirectory, "data", "reference");
}
