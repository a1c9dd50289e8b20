using Samstyring.TestKit;

namespace Samstyring.Data.Tests;

/// <summary>A copy of <c>data/reference</c> to change, gone after the test.</summary>
internal sealed class DataFolder : IDisposable
{
    public DataFolder()
    {
        var folder = Directory.CreateTempSubdirectory("samstyring-data-");
        Path = folder.CreateSubdirectory("reference").FullName;
        var example = folder.CreateSubdirectory("example").FullName;
        foreach (var file in Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, "data", "example"), "*.csv"))
        {
            File.Copy(file, System.IO.Path.Combine(example, System.IO.Path.GetFileName(file)));
        }

        foreach (var name in ReferenceFile.Names())
        {
            File.Copy(FileOf(Repository.ReferenceData, name), FileOf(Path, name));
        }
    }

    public string Path { get; }

    /// <summary>Changes the rows of a file.</summary>
    public void Edit(string file, Action<IList<IDictionary<string, string>>> change)
    {
        var read = ReferenceFile.Read(file, Path);
        change(read.Rows);
        read.Save();
    }

    /// <summary>Changes one line of a file as text; the header is line 1.</summary>
    public void EditLine(string file, int line, Func<string, string> change)
    {
        var lines = File.ReadAllLines(FileOf(Path, file));
        lines[line - 1] = change(lines[line - 1]);
        File.WriteAllLines(FileOf(Path, file), lines);
    }

    /// <summary>Changes a file of example data as text.</summary>
    public void EditExample(string file, Func<string, string> change)
    {
        var path = System.IO.Path.Combine(Directory.GetParent(Path)!.FullName, "example", file + ".csv");
        File.WriteAllText(path, change(File.ReadAllText(path)));
    }

    public void Delete(string file) => File.Delete(FileOf(Path, file));

    public void Dispose() => Directory.GetParent(Path)!.Delete(recursive: true);

    private static string FileOf(string folder, string name) => System.IO.Path.Combine(folder, name + ".csv");
}
