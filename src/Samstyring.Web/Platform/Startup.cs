using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.WebEncoders;
using Samstyring.Data;
using Samstyring.Data.Backups;
using Samstyring.Data.Initiatives;
using Samstyring.Data.Loading;
using Samstyring.Data.People;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Kernel.Json;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Platform;

/// <summary>The one host: what it is made of, in which order a request passes through it, and what it does before the first one.</summary>
internal static class Startup
{
    /// <summary>The address of the database: an ADO.NET connection string.</summary>
    private const string DatabaseSetting = "SAMSTYRING_DATABASE";

    /// <summary>«true» when a database is made, makes it an example installation. It says nothing of a database that is there.</summary>
    private const string ExampleSetting = "SAMSTYRING_EXAMPLE";

    public static void AddSamstyring(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Services.AddSamstyringDatabase(ConnectionString(builder.Configuration), SignedIn.ViewerOf);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddUseCases();
        builder.Services.AddInitiatives();
        builder.Services.AddTrace();
        builder.Services.AddSingleton<Catalogue>();
        builder.Services.AddSingleton<UiTexts>();
        builder.Services.AddScoped<Ui>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddProblems();
        builder.Services.AddRazorPages(options =>
        {
            options.RootDirectory = "/Features";
            foreach (var feature in Access.OpenFeatures)
            {
                options.Conventions.AllowAnonymousToFolder("/" + feature);
            }
        });
        builder.Services.AddRouting(options => options.LowercaseUrls = true);
        builder.Services.AddSignIn(builder.Configuration, builder.Environment);
        builder.Services.AddThrottle(builder.Configuration);
        builder.AddKeys();
        builder.Services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        builder.Services.AddAuthorization(Access.Configure);
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, Access.DeniedIsNotFound>();
        builder.Services.AddResponseCompression(options => options.EnableForHttps = false);
        builder.Services.AddOutputCache(AnswerCache.Configure);
        builder.Services.AddSingleton<AnswerCache>();
        builder.Services.AddScoped<Tally>();
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

    /// <summary>What is refused is told alike, in Development too.</summary>
    private static void AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails(options => options.CustomizeProblemDetails = ProblemCodes.Complete);
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
    }

    /// <summary>
    /// The keys of cookies and forms. They stand in the database as they are: docs/operations.md says what protects them. The log holds none of them,
    /// and no address of a request, which may hold a token: no setting brings that back.
    /// </summary>
    private static void AddKeys(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        builder.Services.AddDataProtection().SetApplicationName("samstyring");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>((keys, scopes) => keys.XmlRepository = new KeyStore(scopes));
    }

    /// <summary>What steers initiatives, and prints what is decided.</summary>
    private static void AddInitiatives(this IServiceCollection services)
    {
        services.AddSingleton<PdfPrinter>();
        services.AddSingleton<PrintStyles>();
        services.AddScoped<Features.Gates.DecideGate>();
        services.AddScoped<Features.Gates.UpgradeMethod>();
        services.AddScoped<Features.Actors.ChangeTeam>();
        services.AddScoped<Data.Import.ProjectList>();
    }

    /// <summary>What pages and the API call, anew for each request.</summary>
    private static void AddUseCases(this IServiceCollection services)
    {
        services.AddScoped<Features.LifeEvents.LifeEventPicture>();
        services.AddScoped<Features.Networks.NetworkPicture>();
        services.AddScoped<Features.Organisations.BodyRoleReader>();
        services.AddScoped<Features.Organisations.OrganisationPicture>();
        services.AddScoped<Features.Organisations.Municipalities.MunicipalityPicture>();
        services.AddScoped<Features.Knowledge.NoteSubjects>();
        services.AddScoped<Features.Access.SignInUser>();
        services.AddScoped<Features.Access.SignInByPasskey>();
        services.AddScoped<Features.Access.SignInByProvider>();
        services.AddScoped<Features.Access.GiveCode>();
        services.AddScoped<Features.Access.AcceptInvitation>();
        services.AddScoped<Features.Account.ChangeName>();
        services.AddScoped<Features.Account.ChangePassword>();
        services.AddScoped<Features.Account.SecondFactor>();
        services.AddScoped<Features.Account.AddPasskey>();
        services.AddScoped<Features.Account.SetPassword>();
        services.AddScoped<Features.Account.RemovePasskey>();
        services.AddScoped<Features.Account.LinkLogin>();
        services.AddScoped<Features.Account.UnlinkLogin>();
        services.AddScoped<Features.People.InvitePerson>();
        services.AddScoped<Features.People.WithdrawInvitation>();
        services.AddScoped<Features.People.ChangeAffiliation>();
        services.AddScoped<Features.People.PeoplePicture>();
        services.AddScoped<PersonErasure>();
        services.AddScoped<TokenStore>();
        services.AddScoped<ExampleDoor>();
        services.AddSingleton<Features.Adoption.ForecastJobs>();
        services.AddScoped<Data.Adoption.StateAdoption>();
        services.AddScoped<Data.Adoption.ImportAdoption>();
        services.AddScoped<Data.Records.ChangeRecord>();
        services.AddScoped<Data.Records.AddRecord>();
        services.AddScoped<Data.Records.AnswerProposal>();
        services.AddScoped<Data.Records.RestrictRecord>();
        services.AddScoped<Data.Records.OpenRecord>();
        services.AddScoped<CorrectionsOfPage>();
        services.AddScoped<Data.Import.ImportRecords>();
        services.AddScoped<Features.Stewardship.HistoryReader>();
        services.AddScoped<Features.Stewardship.ProposalReader>();
    }

    public static void UseSamstyring(this WebApplication app)
    {
        app.UseProxies();
        app.UseWhen(IsApi, api => api.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf }).UseStatusCodePages());
        app.UseWhen(context => !IsApi(context), pages => pages.UseExceptionHandler("/feil/500").UseStatusCodePagesWithReExecute("/feil/{0}"));
        app.UseMiddleware<SecurityHeaders>();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseMiddleware<UiLanguage>();
        app.UseRouting();
        app.Use(BodyLimit.RefuseAsync);
        app.UseRateLimiter();
        app.UseOutputCache();
        app.Use(AnswerCache.ForgetOnChangeAsync);
        app.UseResponseCompression();
        app.UseAuthentication();
        app.Use(TokenAccess.GateAsync);
        app.UseAuthorization();
        app.UseMiddleware<RestrictedReading>();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().CacheOutput(app.Services.GetRequiredService<AnswerCache>());
        app.MapSamstyringApi();
        app.MapHealth();
    }

    private static void AddTrace(this IServiceCollection services)
    {
        services.AddScoped<Features.Trace.TraceNames>();
        services.AddScoped<Features.Trace.LinkWords>();
        services.AddSingleton<HeadLog>();
        services.AddHostedService(provider => provider.GetRequiredService<HeadLog>());
    }

    /// <summary>A body that broke off or was too large is the caller's mistake, also where it shows only while it is read.</summary>
    private static int StatusOf(Exception failure) => failure is BadHttpRequestException { StatusCode: var status } ? status : StatusCodes.Status500InternalServerError;

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api/v1", StringComparison.OrdinalIgnoreCase);

    /// <summary>Brings the schema up to date and loads facts that are new or changed since the last start.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SamstyringDb>();
        await db.MigrateAsync(CancellationToken.None);
        MethodPacks.Use(MethodPacks.Load(Path.Combine(DataFolder(app), "..", "methods"), Checks.Registry));
        var isNew = !await db.AuditEntries.AnyAsync();
        var isExample = isNew ? app.Configuration.GetValue(ExampleSetting, defaultValue: false) : await db.Installations.AnyAsync(i => i.IsExample);
        if (isExample)
        {
            ExampleDoor.RefuseElsewhere(app.Environment, app.Configuration);
        }

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
        if (isNew && isExample)
        {
            await ExamplePeople.MakeAsync(db, app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), CancellationToken.None);
        }

        await app.Services.GetRequiredService<HeadLog>().TellAsync(CancellationToken.None);
        if (await DatabaseInUse.MarkAsync(ConnectionString(app.Configuration), CancellationToken.None) is { } mark)
        {
            app.Lifetime.ApplicationStopped.Register(mark.Dispose);
        }
    }

    private static string ConnectionString(IConfiguration configuration) => configuration[DatabaseSetting] ?? "Data Source=samstyring.db";

    /// <summary>Beside the program where it is published, else in the source tree.</summary>
    private static string DataFolder(WebApplication app) =>
        app.Configuration["SAMSTYRING_DATA"] ?? Path.Combine(AppContext.BaseDirectory, "data", "reference");
}
