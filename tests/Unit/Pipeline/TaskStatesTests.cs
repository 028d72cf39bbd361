using System.Text.RegularExpressions;
using Hausmeister.Domain.Pipeline;

namespace Hausmeister.Tests.Pipeline;

public sealed partial class TaskStatesTests
{
    private static readonly Dictionary<TaskProgress, string> Words = new()
    {
        [TaskProgress.Done] = "done",
        [TaskProgress.Failed] = "failed",
        [TaskProgress.HeldUp] = "held up",
        [TaskProgress.NotStarted] = "not started",
        [TaskProgress.Moving] = "moving",
        [TaskProgress.NotCounted] = "not counted",
    };

    /// <summary>What people read in docs/pipeline.md is what the code does.</summary>
    [Fact]
    public void The_table_in_the_docs_is_the_one_in_the_code()
    {
        var documented = File.ReadLines(Path.Combine(Checkout.Root, "docs", "pipeline.md"))
            .SkipWhile(line => line != "| state of a task | it is |").Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|'))
            .SelectMany(cells => Name().Matches(cells[1]).Select(name => (State: name.Groups[1].Value, Is: cells[2].Trim())))
            .ToList();

        documented.Select(d => d.State).ShouldBe(TaskStates.Table.Keys, ignoreOrder: true);
        documented.ShouldAllBe(d => d.Is.StartsWith(Words[TaskStates.Table[d.State]], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, false, TaskProgress.NotStarted)]
    [InlineData(null, true, TaskProgress.NotStarted)]
    [InlineData("queued", false, TaskProgress.NotStarted)]
    [InlineData("queued", true, TaskProgress.Moving)]
    [InlineData("scheduled", true, TaskProgress.Moving)]
    [InlineData("failed", true, TaskProgress.Failed)]
    [InlineData("unheard_of", false, TaskProgress.Moving)]
    public void A_task_that_ran_before_is_on_its_way_again(string? state, bool ranBefore, TaskProgress progress) => TaskStates.ProgressOf(state, ranBefore).ShouldBe(progress);

    [GeneratedRegex("`([a-z_]+)`")]
    private static partial Regex Name();
}
