using System.Text;
using Hone.Cli.BuiltIn;
using Hone.Cli.Errors;
using Xunit;

namespace Hone.UnitTests.Cli;

public sealed class BuiltInFilesTests : IDisposable
{
    private readonly string _root = Path.Combine(Path.GetTempPath(), "hone-tests-" + Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(_root)) Directory.Delete(_root, recursive: true);
    }

    private BuiltInFiles Files(string config = "{}") => new(
        ["models/tiny/config.json", "models/tiny/sub/weights.bin", "recipes/sharpen.yaml", "recipes/reward.csx"],
        name => new MemoryStream(Encoding.UTF8.GetBytes(name.EndsWith("config.json", StringComparison.Ordinal) ? config : name)), _root);

    [Fact]
    public void AModelIsWrittenOnceWithItsFolders()
    {
        string path = new ModelLibrary(Files()).Resolve("tiny");
        Assert.Equal("{}", File.ReadAllText(Path.Combine(path, "config.json")));
        Assert.Equal("models/tiny/sub/weights.bin", File.ReadAllText(Path.Combine(path, "sub", "weights.bin")));
        Assert.Equal(path, new ModelLibrary(Files()).Resolve("models/tiny"));
        Assert.Single(Directory.GetDirectories(_root));
    }

    [Fact]
    public void AChangedCopyIsReplacedByTheBuiltInOne()
    {
        string path = Files().Extract("models/tiny");
        File.WriteAllText(Path.Combine(path, "config.json"), "[]");
        File.Delete(Path.Combine(path, "sub", "weights.bin"));
        Assert.Equal(path, Files().Extract("models/tiny"));
        Assert.Equal("{}", File.ReadAllText(Path.Combine(path, "config.json")));
        Assert.True(File.Exists(Path.Combine(path, "sub", "weights.bin")));
    }

    [Fact]
    public void OtherContentGetsAnotherFolder() =>
        Assert.NotEqual(Files().Extract("models/tiny"), Files("{\"a\":1}").Extract("models/tiny"));

    [Fact]
    public void WhereTheCacheCannotBeMadeTheTemporaryFolderServes()
    {
        Directory.CreateDirectory(_root);
        string file = Path.Combine(_root, "a-file");
        File.WriteAllText(file, "");
        var files = new BuiltInFiles(["models/tiny/config.json"], _ => new MemoryStream([1]), file);
        string path = files.Extract("models/tiny");
        Assert.Equal([1], File.ReadAllBytes(Path.Combine(path, "config.json")));
        Assert.False(path.StartsWith(file, StringComparison.Ordinal));
    }

    [Fact]
    public void APathThatIsThereWins()
    {
        string folder = Path.Combine(_root, "tiny");
        Directory.CreateDirectory(folder);
        Assert.Equal(folder, new ModelLibrary(Files()).Resolve(folder));
        Assert.Equal(folder, new ModelLibrary(Files()).Resolve("tiny", _root));
    }

    [Theory]
    [InlineData("sharpen")]
    [InlineData("sharpen.yaml")]
    [InlineData("recipes/sharpen.yaml")]
    public void ARecipeIsFoundByNameWithItsScriptBesideIt(string name)
    {
        RecipeSource source = new RecipeLibrary(Files()).Find(name);
        Assert.Equal(("recipes/sharpen.yaml", "recipes/sharpen.yaml"), (source.Label, source.Text));
        Assert.True(File.Exists(Path.Combine(source.Directory, "reward.csx")));
    }

    [Fact]
    public void AFileBesideIsNamedWhenItIsNearest()
    {
        Directory.CreateDirectory(_root);
        File.WriteAllText(Path.Combine(_root, "mine.yaml"), "recipe: rl");
        UserException error = Assert.Throws<UserException>(() => new RecipeLibrary(Files()).Find(Path.Combine(_root, "mien.yaml")));
        Assert.Equal($"Did you mean '{Path.Combine(_root, "mine.yaml")}'?", error.Hint);
    }
}
