using System.Globalization;
using Hausmeister.Cards;
using Hausmeister.Dialogs;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Text;
using Microsoft.Bot.Builder;

namespace Hausmeister.Bot.Turns;

/// <summary>Taps on the card of what is wrong with the nightly run; any member may be on it.</summary>
internal sealed record TroubleTaps(ITurnContext Context, Turn Turn, Tap Tap, IssueFinder Issues)
{
    public static bool AreFor(string verb) => verb.StartsWith(Verbs.Trouble.Prefix, StringComparison.Ordinal);

    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        if (await Turn.FindTroubleAsync(Tap.Id, cancellationToken) is not var (day, trouble))
        {
            await SayAsync("I know no such trouble any more. Type dag for the present run.", cancellationToken);
            return;
        }
        await (Tap.Verb switch
        {
            Verbs.Trouble.OnIt => TakeOnAsync(day, trouble, cancellationToken),
            Verbs.Trouble.Log => Context.SendActivityAsync(Turn.Message(TroubleLogCard.Build(day, trouble, Turn.Moment)), cancellationToken),
            Verbs.Trouble.Add => AddAsync(day, trouble, cancellationToken),
            _ => SayAsync("I do not know that button any more. Type help for what I can do.", cancellationToken),
        });
    }

    private async Task TakeOnAsync(PipelineDay day, StageTrouble trouble, CancellationToken cancellationToken)
    {
        var taken = (await Turn.Pipeline.ApplyAsync(day.Id, d => TroubleRules.TakeOn(d, trouble.Id, Turn.Person.Id, Turn.Moment), cancellationToken))!;
        var kind = trouble.Level2?.Member == Turn.Person.Id ? PostKind.TroubleLevel2 : PostKind.Trouble;
        Turn.TappedBecomes = PipelineMessages.Build(kind, taken, Turn.Moment, Turn.Person.Id, trouble.Id);
    }

    /// <summary>Once, however often it is tapped.</summary>
    private async Task AddAsync(PipelineDay day, StageTrouble trouble, CancellationToken cancellationToken)
    {
        if (trouble.Same is not { } same || await Issues.CaseAsync(Turn, same.Number.ToString(CultureInfo.InvariantCulture), cancellationToken) is not { } @case)
        {
            await SayAsync("I cannot find that issue now. Type issues for the open ones.", cancellationToken);
            return;
        }
        var words = TroubleReport.Details(day, trouble, Turn.Squad);
        await Turn.Cases.ApplyAsync(@case.Id, c => c.Notes.Any(n => n.Text == words) ? c : ServiceIssues.AddNote(c, words, Turn.Person, Turn.Moment), cancellationToken);
        await Context.SendActivityAsync(Turn.Message(DoneCard.Build($"Added to {@case.Label}", TroubleReport.Title(day, trouble), Turn.Person.Name, SquadTime.Clock(Turn.Squad, Turn.Now))), cancellationToken);
    }

    private Task SayAsync(string text, CancellationToken cancellationToken) => Context.SendActivityAsync(Turn.Line(text), cancellationToken);
}
