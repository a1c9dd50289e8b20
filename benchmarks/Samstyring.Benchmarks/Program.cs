using System.CommandLine;
using Samstyring.Analysis.Tests.Adoption.Curves;
using Samstyring.Benchmarks;

var quick = new Option<bool>("--quick") { Description = "Runs of 1 second in place of 2." };
var report = new Option<FileInfo>("--report") { Description = "The Markdown file to write.", Required = true };
var published = new Option<DirectoryInfo>("--published") { Description = "The folder with the published programs: web and bare.", Required = true };
var data = new Option<DirectoryInfo>("--data") { Description = "The folder with the data files.", Required = true };
var root = new RootCommand("Measures Samstyring on both databases, with few and many rows, beside a bare Razor page.") { quick, report, published, data };
root.SetAction(async (parsed, stop) =>
{
    var (web, facts, seconds) = (parsed.GetRequiredValue(published), parsed.GetRequiredValue(data), parsed.GetValue(quick) ? 1 : 2);
    var findings = await Benchmark.RunAsync(web, facts, seconds, stop);
    var adoption = await AdoptionSpeed.RunAsync(web, facts, seconds, stop);
    var text = $"{new Report(findings)}\n{adoption}\n{NetworkSpeed.Run()}\n{SpreadSpeed.Run()}\n{Backtest.Report()}";
    await File.WriteAllTextAsync(parsed.GetRequiredValue(report).FullName, text, stop);
    await Console.Out.WriteAsync(text);
});
var database = new Option<string>("--database") { Description = "An ADO.NET connection string.", Required = true };
var large = new Option<bool>("--large") { Description = "100,000 rows in place of 1,000." };
var fill = new Command("fill", "Fills an empty database with the rows that are measured, to look at the pages with.") { database, large, data };
var ofAdoption = new Option<bool>("--adoption") { Description = "A million records of adoption, or ten thousand, in place of the others." };
fill.Options.Add(ofAdoption);
fill.SetAction(parsed => parsed.GetValue(ofAdoption)
    ? AdoptionSpeed.FillAsync(parsed.GetValue(large) ? AdoptionSize.Large : AdoptionSize.Small, parsed.GetRequiredValue(database), parsed.GetRequiredValue(data).FullName)
    : Datasets.FillAsync(new("", parsed.GetValue(large) ? Size.Large : Size.Small, parsed.GetRequiredValue(database)), parsed.GetRequiredValue(data).FullName));
root.Subcommands.Add(fill);
var writers = new Option<int>("--writers") { Description = "Writers at once.", DefaultValueFactory = _ => 50 };
var kills = new Option<int>("--kills") { Description = "Kills on each database.", DefaultValueFactory = _ => 20 };
var drill = new Command("drill", "Kills a program under many writers again and again, on both databases, and checks that nothing acknowledged is lost.") { writers, kills, data };
drill.SetAction((parsed, stop) => DrillReport.RunAsync(parsed.GetRequiredValue(data).FullName, parsed.GetRequiredValue(writers), parsed.GetRequiredValue(kills), stop));
root.Subcommands.Add(drill);
var acknowledged = new Option<FileInfo>("--acknowledged") { Description = "The file that what was stored is noted in.", Required = true };
var write = new Command("write", "The program that the drill kills: writes until then.") { database, acknowledged, writers };
write.SetAction((parsed, stop) => DrillWriter.RunAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(acknowledged), parsed.GetRequiredValue(writers), stop));
root.Subcommands.Add(write);
var rows = new Option<int>("--rows") { Description = "Rows to import; 100,000 when left out.", DefaultValueFactory = _ => 100_000 };
var import = new Command("import", "Measures the import of memberships beside plain EF AddRange of the same rows, on both databases.") { rows, data };
import.SetAction(async (parsed, stop) => await Console.Out.WriteAsync(await ImportSpeed.RunAsync(parsed.GetRequiredValue(data), parsed.GetValue(rows), stop)));
root.Subcommands.Add(import);
var adopted = new Command("adoption", "Measures the pages of adoption with ten thousand and with a million records, on both databases.") { quick, published, data };
adopted.SetAction(async (parsed, stop) => await Console.Out.WriteAsync(await AdoptionSpeed.RunAsync(parsed.GetRequiredValue(published), parsed.GetRequiredValue(data), parsed.GetValue(quick) ? 1 : 2, stop)));
root.Subcommands.Add(adopted);
var network = new Command("network", "Measures the network measures beside a textbook's, on 10,000 nodes and 50,000 edges.");
network.SetAction(_ => Console.Out.Write(NetworkSpeed.Run()));
root.Subcommands.Add(network);
var forecast = new Command("forecast", "Tests the forecast of adoption on published series, beside last year's pace.");
forecast.SetAction(_ => Console.Out.Write(Backtest.Report()));
root.Subcommands.Add(forecast);
var spread = new Command("spread", "Measures the simulation of spread beside its oracle, and how its time grows with the members.");
spread.SetAction(_ => Console.Out.Write(SpreadSpeed.Run()));
root.Subcommands.Add(spread);
return await root.Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
