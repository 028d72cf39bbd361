using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using Microsoft.Bot.Builder;

namespace Hausmeister.Dialogs;

/// <summary>Commands that change the rota. Each asks first, but illness: then somebody else holds it at once.</summary>
public static class RotaCommands
{
    private const string WriteDates = "Write it like this: cover Thu 24 Dec 12:00 to Sat 26 Dec 12:00";

    public static Task AnswerAsync(ITurnContext context, Command command, CancellationToken cancellationToken) => command switch
    {
        Command.Swap swap => SwapAsync(context, swap, cancellationToken),
        Command.Cover { Dates: null } => SendAsync(context, CoverForm.Build(context.Turn().Moment), cancellationToken),
        Command.Cover cover => CoverAsync(context, cover.Dates, cancellationToken),
        Command.TakeOver => PassAsync(context, context.Turn().Person.Id, cancellationToken),
        Command.HandOver handOver => HandOverAsync(context, handOver.To, cancellationToken),
        Command.Ill => FallIllAsync(context, cancellationToken),
        _ => GetWellAsync(context, cancellationToken),
    };

    /// <summary>By id, name or login.</summary>
    public static Member? Named(Squad squad, string name) => squad.Members.FirstOrDefault(m => Same(m.Id, name) || Same(m.Name, name) || Same(m.GitHub, name));

    public static string NotKnown(Squad squad, string name) => $"I know no {name}. The members are {string.Join(", ", squad.Members.Select(m => m.Id))}.";

    private static Task SwapAsync(ITurnContext context, Command.Swap swap, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var own = turn.Squad.Find(turn.Person.Id)!;
        if (swap.For is not { } name)
            return SendAsync(context, SwapForm.Build(turn.Moment, own, own.Id), cancellationToken);
        return Named(turn.Squad, name) switch
        {
            null => SayAsync(context, NotKnown(turn.Squad, name), cancellationToken),
            var member when member != own && !own.Lead => SayAsync(context, "Only a lead offers somebody else's shift.", cancellationToken),
            var member => SendAsync(context, SwapForm.Build(turn.Moment, member, own.Id), cancellationToken),
        };
    }

    private static Task CoverAsync(ITurnContext context, string dates, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        return SpanReader.Read(dates, turn.Squad, turn.Now) is { From: var from, To: var to }
            ? SendAsync(context, CoverCard.Build(new Span(NodaTime.Instant.Max(from, turn.Now), to), turn.Moment, turn.Person.Id), cancellationToken)
            : SayAsync(context, WriteDates, cancellationToken);
    }

    private static Task HandOverAsync(ITurnContext context, string name, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        if (Named(turn.Squad, name) is not { } to)
            return SayAsync(context, NotKnown(turn.Squad, name), cancellationToken);
        return to.Id == turn.Person.Id || MayHandOver(turn)
            ? PassAsync(context, to.Id, cancellationToken)
            : SayAsync(context, $"{turn.Squad.NameOf(turn.Moment.OnDuty)}, Level 2 or a lead hands it over. To take it yourself, type take over.", cancellationToken);
    }

    /// <summary>The one on duty, Level 2 and a lead.</summary>
    public static bool MayHandOver(Turn turn) =>
        turn.Person.Id == turn.Moment.OnDuty || turn.Person.Id == turn.Moment.Level2 || turn.Squad.Find(turn.Person.Id) is { Lead: true };

    private static Task PassAsync(ITurnContext context, string to, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        return to == turn.Moment.OnDuty
            ? SayAsync(context, $"{(to == turn.Person.Id ? "You hold" : $"{turn.Squad.NameOf(to)} holds")} it already.", cancellationToken)
            : SendAsync(context, PassCard.Build(turn.Moment, turn.Squad.Find(to)!, turn.Person.Id), cancellationToken);
    }

    private static async Task FallIllAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        if (turn.Person.Id != turn.Moment.OnDuty)
        {
            await SayAsync(context, "Get well. You are not on duty now. If a shift of yours comes soon, type swap, or cover and the days.", cancellationToken);
            return;
        }
        var holder = turn.Squad.NameOf(turn.Moment.HelpFor(turn.Person.Id));
        var offer = await turn.Offers.FallIllAsync(turn.Person, cancellationToken);
        await SendAsync(context, IllCard.Build(offer, turn.Moment, holder), cancellationToken);
    }

    private static async Task GetWellAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var words = await turn.Offers.GetWellAsync(turn.Person, cancellationToken) is null
            ? "Good. Nobody holds a shift for you."
            : "Good to have you back. What is left of your shift is yours again.";
        await SayAsync(context, words, cancellationToken);
    }

    private static bool Same(string? a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static Task SendAsync(ITurnContext context, AdaptiveCard card, CancellationToken cancellationToken) =>
        context.SendActivityAsync(context.Turn().Message(card), cancellationToken);

    private static Task SayAsync(ITurnContext context, string text, CancellationToken cancellationToken) =>
        context.SendActivityAsync(Turn.Line(text), cancellationToken);
}
