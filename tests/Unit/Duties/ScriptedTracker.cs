using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Tests.Duties;

/// <summary>A tracker that does what it is told, notes every write, and can fail, wait or be interrupted in the middle of a call.</summary>
internal sealed class ScriptedTracker(TimeProvider time) : IIssueTracker
{
    public static readonly string[] Writes = [nameof(CreateAsync), nameof(CommentAsync), nameof(SetLabelsAsync), nameof(AssignAsync), nameof(SetOpenAsync)];

    private readonly Dictionary<int, TrackedIssue> issues = [];
    private readonly List<(int Number, string Body)> comments = [];
    private readonly Lock gate = new();

    public string Name => "the scripted tracker";

    /// <summary>The names of all calls, in order.</summary>
    public List<string> Calls { get; } = [];

    public IReadOnlyList<string> Written => [.. Calls.Where(Writes.Contains)];

    public IReadOnlyCollection<TrackedIssue> Issues => issues.Values;

    public IReadOnlyList<string> Comments => [.. comments.Select(comment => comment.Body)];

    public IReadOnlyList<string> CommentsOn(int number) => [.. comments.Where(comment => comment.Number == number).Select(comment => comment.Body)];

    /// <summary>What a call throws instead of doing it.</summary>
    public Func<string, Exception?> Fails { get; set; } = _ => null;

    /// <summary>What a call throws after it has done it: the answer is lost.</summary>
    public Func<string, Exception?> LosesAnswer { get; set; } = _ => null;

    /// <summary>What happens elsewhere while a call is on its way.</summary>
    public Func<string, CancellationToken, Task> Meanwhile { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>What happens elsewhere while the answer of a call is on its way back.</summary>
    public Func<string, Task> Afterwards { get; set; } = _ => Task.CompletedTask;

    public Func<int, Instant, TrackerNews?> News { get; set; } = (_, _) => null;

    /// <summary>How far the tracker's own clock is behind the bot's; negative: ahead of it.</summary>
    public Duration ClockIsBehind { get; set; }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow()) - ClockIsBehind;

    /// <summary>Somebody changes the issue there.</summary>
    public void Change(int number, Func<TrackedIssue, TrackedIssue> change) => issues[number] = change(issues[number]) with { UpdatedAt = Now };

    public Uri OpenIssuesPage(IssueSettings settings, string? label = null) => new("https://tracker.example/issues");

    public Task<IReadOnlyList<TrackedIssue>> ListOpenAsync(IssueSettings settings, int limit, CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyList<TrackedIssue>>(nameof(ListOpenAsync), () => [.. issues.Values.Where(i => i.Open).Take(limit)], cancellationToken);

    public Task<IReadOnlyList<TrackedIssue>> ListChangedAsync(IssueSettings settings, Instant since, CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyList<TrackedIssue>>(nameof(ListChangedAsync), () => [.. issues.Values.Where(i => i.UpdatedAt >= since)], cancellationToken);

    public Task<TrackedIssue?> FindAsync(IssueSettings settings, string marker, Instant since, CancellationToken cancellationToken) =>
        CallAsync(nameof(FindAsync), () => issues.Values.FirstOrDefault(i => i.Body.Contains(marker, StringComparison.Ordinal) && i.CreatedAt >= since), cancellationToken);

    public Task<TrackedIssue?> GetAsync(IssueSettings settings, int number, CancellationToken cancellationToken) =>
        CallAsync(nameof(GetAsync), () => issues.GetValueOrDefault(number), cancellationToken);

    public Task<TrackedIssue> CreateAsync(IssueSettings settings, NewIssue issue, CancellationToken cancellationToken) => CallAsync(
        nameof(CreateAsync),
        () =>
        {
            var number = issues.Count + 1;
            return issues[number] = new TrackedIssue(
                number, issue.Title, issue.Body, new Uri($"https://tracker.example/{number}"), Open: true, issue.Labels, issue.Assignee, Now, Now, null);
        },
        cancellationToken);

    public Task<bool> HasCommentAsync(IssueSettings settings, int number, string marker, Instant since, CancellationToken cancellationToken) => CallAsync(
        nameof(HasCommentAsync), () => comments.Any(c => c.Number == number && c.Body.Contains(marker, StringComparison.Ordinal)), cancellationToken);

    public Task CommentAsync(IssueSettings settings, int number, string body, CancellationToken cancellationToken) =>
        DoAsync(nameof(CommentAsync), () => comments.Add((number, body)), cancellationToken);

    public Task SetLabelsAsync(IssueSettings settings, int number, IReadOnlyList<string> labels, CancellationToken cancellationToken) =>
        DoAsync(nameof(SetLabelsAsync), () => Change(number, i => i with { Labels = labels }), cancellationToken);

    public Task AssignAsync(IssueSettings settings, int number, string? login, CancellationToken cancellationToken) =>
        DoAsync(nameof(AssignAsync), () => Change(number, i => i with { Assignee = login }), cancellationToken);

    public Task SetOpenAsync(IssueSettings settings, int number, bool open, CancellationToken cancellationToken) =>
        DoAsync(nameof(SetOpenAsync), () => Change(number, i => i with { Open = open, ClosedAt = open ? null : Now }), cancellationToken);

    public Task<TrackerNews?> NewsAsync(IssueSettings settings, int number, Instant since, CancellationToken cancellationToken) =>
        CallAsync(nameof(NewsAsync), () => News(number, since), cancellationToken);

    public Task CheckAsync(IssueSettings settings, CancellationToken cancellationToken) => Task.CompletedTask;

    private Task DoAsync(string call, Action action, CancellationToken cancellationToken) => CallAsync(
        call,
        () =>
        {
            action();
            return true;
        },
        cancellationToken);

    private async Task<T> CallAsync<T>(string call, Func<T> answer, CancellationToken cancellationToken)
    {
        lock (gate)
            Calls.Add(call);
        await Meanwhile(call, cancellationToken);
        if (Fails(call) is { } failure)
            throw failure;
        var result = Answer(answer);
        await Afterwards(call);
        return LosesAnswer(call) is { } lost ? throw lost : result;
    }

    private T Answer<T>(Func<T> answer)
    {
        lock (gate)
            return answer();
    }
}
