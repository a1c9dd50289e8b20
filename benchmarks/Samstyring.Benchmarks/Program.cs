using System.CommandLine;
using Samstyring.Benchmarks;

var quick = new Option<bool>("--quick") { Description = "Runs of 1 second in place of 3." };
var report = new Option<FileInfo>("--report") { Description = "The Markdown file to write.", Required = true };
var published = new Option<DirectoryInfo>("--published") { Description = "The folder with the published programs: web and bare.", Required = true };
var data = new Option<DirectoryInfo>("--data") { Description = "The folder with the data files.", Required = true };
var root = new RootCommand("Measures Samstyring on both databases, with few and many rows, beside a bare Razor page.") { quick, report, published, data };
root.SetAction(async (parsed, stop) =>
{
    var findings = await Benchmark.RunAsync(parsed.GetRequiredValue(published), parsed.GetRequiredValue(data), parsed.GetValue(quick) ? 1 : 3, stop);
    var text = new Report(findings).ToString();
    await File.WriteAllTextAsync(parsed.GetRequiredValue(report).FullName, text, stop);
    await Console.Out.WriteAsync(text);
});
var database = new Option<string>("--database") { Description = "An ADO.NET connection string.", Required = true };
var large = new Option<bool>("--large") { Description = "100,000 rows in place of 1,000." };
var fill = new Command("fill", "Fills an empty database with the rows that are measured, to look at the pages with.") { database, large, data };
fill.SetAction(parsed => Datasets.FillAsync(new("", parsed.GetValue(large) ? Size.Large : Size.Small, parsed.GetRequiredValue(database)), parsed.GetRequiredValue(data).FullName));
root.Subcommands.Add(fill);
var rows = new Option<int>("--rows") { Description = "Rows to import; 100,000 when left out.", DefaultValueFactory = _ => 100_000 };
var import = new Command("import", "Measures the import of memberships beside plain EF AddRange of the same rows, on both databases.") { rows, data };
import.SetAction(async (parsed, stop) => await Console.Out.WriteAsync(await ImportSpeed.RunAsync(parsed.GetRequiredValue(data), parsed.GetValue(rows), stop)));
root.Subcommands.Add(import);
return await root.Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
