namespace Hausmeister.ApplicationTests.Channels;

/// <summary>Every script of the table, on every channel: Microsoft's Agents Playground as Teams, an emulated Slack, and the web chat in a browser.</summary>
public sealed class ChannelTests(Stage stage) : IClassFixture<Stage>
{
    public static TheoryData<string, string> Rows()
    {
        TheoryData<string, string> rows = [];
        foreach (var script in ScriptTable.All)
        {
            rows.Add(script.Name, Stage.Teams);
            rows.Add(script.Name, Stage.Slack);
            rows.Add(script.Name, Stage.WebChat);
        }
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task It_goes_the_same_on_every_channel(string script, string channel) =>
        (await stage.TroubleAsync(ScriptTable.All.Single(one => one.Name == script), channel)).ShouldBeNull();
}
