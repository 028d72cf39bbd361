using System.Globalization;
using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Dialogs;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Text;
using Microsoft.Bot.Builder;
using NodaTime;
using NodaTime.Text;

namespace Hausmeister.Bot.Turns;

/// <summary>Taps that change the rota. What a card offered may have been taken meanwhile: the tap is answered with how it is now.</summary>
internal sealed record RotaTaps(ITurnContext Context, Turn Turn, Tap Tap)
{
    private const string NotKnown = "I know no such shift any more. Type rota for the present one.";

    public static bool AreFor(string verb) => new[] { Verbs.Rota.Prefix, Verbs.Offer.Prefix, Verbs.Ill.Prefix }.Any(prefix => verb.StartsWith(prefix, StringComparison.Ordinal));

    public Task TakeAsync(CancellationToken cancellationToken) => Tap.Verb switch
    {
        Verbs.Rota.SwapOffer => OfferSwapAsync(cancellationToken),
        Verbs.Rota.CoverDates => ShowCoverAsync(cancellationToken),
        Verbs.Rota.CoverOffer => OfferCoverAsync(cancellationToken),
        Verbs.Rota.CoverTake => TakeCoverAsync(cancellationToken),
        Verbs.Rota.Pass => PassAsync(cancellationToken),
        Verbs.Offer.Accept => OfOfferAsync(AcceptAsync, cancellationToken),
        Verbs.Offer.Cant => OfOfferAsync(RefuseAsync, cancellationToken),
        Verbs.Offer.Appoint => OfOfferAsync(AppointAsync, cancellationToken),
        Verbs.Ill.Today => AwayAsync(_ => WorkCalendar.NextWorkDayStart(Turn.Squad, Turn.Now), cancellationToken),
        Verbs.Ill.Shift or Verbs.Ill.Open => AwayAsync(offer => offer.To, cancellationToken),
        _ => SayAsync("I do not know that button any more. Type help for what I can do.", cancellationToken),
    };

    private async Task OfferSwapAsync(CancellationToken cancellationToken)
    {
        var member = Turn.Squad.Find(About());
        if (member is null || OfferRules.Offered(member.Id, Turn.Moment).FirstOrDefault(s => SwapForm.ValueOf(s) == Input(SwapForm.Shift)) is not { } shift)
        {
            await SayAsync(NotKnown, cancellationToken);
            return;
        }
        if (member.Id != Turn.Person.Id && Turn.Squad.Find(Turn.Person.Id) is not { Lead: true })
        {
            await SayAsync("Only a lead offers somebody else's shift. Your tap did nothing.", cancellationToken);
            return;
        }
        var with = Input(SwapForm.With) is { } id && id != SwapForm.All ? Turn.Squad.Find(id) : null;
        var asked = with is null ? Others(member.Id) : [with.Id];
        await Turn.Offers.OpenAsync(OfferKind.Swap, shift, new Span(Instant.Max(shift.Start, Turn.Now), shift.End), Turn.Person, asked, cancellationToken);
        Becomes(DoneCard.Build("Offered", $"{Words(shift.Start, shift.End)} to {with?.Name ?? "all"}", Turn.Person.Name, Clock()));
    }

    private async Task ShowCoverAsync(CancellationToken cancellationToken)
    {
        var (from, to) = (At(CoverForm.FromDate, CoverForm.FromTime), At(CoverForm.ToDate, CoverForm.ToTime));
        if (from is { } start && to is { } end && start < end && end > Turn.Now)
            Becomes(CoverCard.Build(new Span(Instant.Max(start, Turn.Now), end), Turn.Moment, Turn.Person.Id));
        else
            await SayAsync("Choose a beginning, and an end that is later and not over yet.", cancellationToken);
    }

    private async Task OfferCoverAsync(CancellationToken cancellationToken)
    {
        if (ReadSpan() is not { } span)
        {
            await SayAsync(NotKnown, cancellationToken);
            return;
        }
        var own = RotaCalendar.Between(Turn.Squad, span.From, span.To).Where(s => s.Holder == Turn.Person.Id).ToList();
        foreach (var shift in own)
            await Turn.Offers.OpenAsync(
                OfferKind.Cover, shift, new Span(Instant.Max(shift.Start, span.From), Instant.Min(shift.End, span.To)), Turn.Person, Others(Turn.Person.Id), cancellationToken);
        Becomes(own.Count == 0
            ? NoticeCard.Build($"You hold nothing from {Words(span.From, span.To)}.")
            : DoneCard.Build("Offered to all", Words(span.From, span.To), Turn.Person.Name, Clock()));
    }

    private async Task TakeCoverAsync(CancellationToken cancellationToken)
    {
        if (ReadSpan() is not { } span)
        {
            await SayAsync(NotKnown, cancellationToken);
            return;
        }
        await Turn.Offers.CoverAsync(span, Turn.Person, cancellationToken);
        Becomes(DoneCard.Build("You have it", Words(span.From, span.To), Turn.Person.Name, Clock()));
    }

    private async Task PassAsync(CancellationToken cancellationToken)
    {
        if (Turn.Squad.Find(About()) is not { } to || (to.Id != Turn.Person.Id && !RotaCommands.MayHandOver(Turn)))
        {
            await SayAsync("The one on duty, Level 2 or a lead hands it over. Your tap did nothing.", cancellationToken);
            return;
        }
        if (to.Id != Turn.Moment.OnDuty)
            await Turn.Offers.PassAsync(to.Id, Turn.Person, cancellationToken);
        Becomes(DoneCard.Build("On duty", to.Name, Turn.Person.Name, Clock()));
    }

    private async Task AcceptAsync(Offer offer, CancellationToken cancellationToken)
    {
        if (!offer.Asked.Contains(Turn.Person.Id))
            await SayAsync("It was not offered to you. Your tap did nothing.", cancellationToken);
        else
            Becomes(OfferCard.Build((await Turn.Offers.TakeAsync(offer.Id, Turn.Person.Id, Turn.Person, cancellationToken))!, Turn.Moment, Turn.Person.Id));
    }

    private async Task RefuseAsync(Offer offer, CancellationToken cancellationToken)
    {
        if (!offer.Asked.Contains(Turn.Person.Id))
            await SayAsync("It was not offered to you. Your tap did nothing.", cancellationToken);
        else
            Becomes(OfferCard.Build((await Turn.Offers.ApplyAsync(offer.Id, o => OfferRules.Cant(o, Turn.Person.Id, Turn.Moment), cancellationToken))!, Turn.Moment, Turn.Person.Id));
    }

    private async Task AppointAsync(Offer offer, CancellationToken cancellationToken)
    {
        if (Turn.Person.Id != Turn.Moment.OnDuty && Turn.Squad.Find(Turn.Person.Id) is not { Lead: true })
            await SayAsync("Level 2 or a lead appoints. Your tap did nothing.", cancellationToken);
        else if (Turn.Squad.Find(Input("source")) is not { } member || member.Id == offer.For)
            await SayAsync("Choose a member of the squad.", cancellationToken);
        else
            Becomes(OfferAppointCard.Build((await Turn.Offers.TakeAsync(offer.Id, member.Id, Turn.Person, cancellationToken))!, Turn.Moment, Turn.Person.Id));
    }

    private async Task AwayAsync(Func<Offer, Instant> until, CancellationToken cancellationToken)
    {
        if (await Turn.Offers.FindAsync(About() ?? "", cancellationToken) is not { Kind: OfferKind.Ill } offer || offer.For != Turn.Person.Id)
        {
            await SayAsync(NotKnown, cancellationToken);
            return;
        }
        var away = offer.EndedAt is null ? await Turn.Offers.AwayUntilAsync(offer.Id, Instant.Min(until(offer), offer.To), cancellationToken) : offer;
        Becomes(IllCard.Until(away!, Turn.Moment));
    }

    private async Task OfOfferAsync(Func<Offer, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        if (await Turn.Offers.FindAsync(About() ?? "", cancellationToken) is { } offer)
            await act(offer, cancellationToken);
        else
            await SayAsync(NotKnown, cancellationToken);
    }

    /// <summary>What stands after the squad in the tap's id; null where it is another squad's.</summary>
    private string? About() => Tap.Id.StartsWith($"{Turn.Squad.Id}/", StringComparison.Ordinal) ? Tap.Id[(Turn.Squad.Id.Length + 1)..] : null;

    private Span? ReadSpan()
    {
        var parts = About()?.Split('-') ?? [];
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            && from < to && to <= (Turn.Now + Longest).ToUnixTimeSeconds() && to > Turn.Now.ToUnixTimeSeconds()
                ? new Span(Instant.Max(Instant.FromUnixTimeSeconds(from), Turn.Now), Instant.FromUnixTimeSeconds(to))
                : null;
    }

    /// <summary>Further ahead nobody plans, and a span must not be endless.</summary>
    private static readonly Duration Longest = Duration.FromDays(400);

    private IEnumerable<string> Others(string member) => Turn.Squad.Members.Select(m => m.Id).Where(id => id != member);

    private Instant? At(string date, string time)
    {
        var (day, clock) = (LocalDatePattern.Iso.Parse(Input(date) ?? ""), LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(Input(time) ?? ""));
        return day.Success && clock.Success ? Turn.Squad.TimeZone.InstantOf(day.Value + clock.Value) : null;
    }

    private string? Input(string id) => Tap.Inputs.GetValueOrDefault(id);

    private string Words(Instant from, Instant to) => $"{SquadTime.Day(Turn.Squad, from)} to {SquadTime.Day(Turn.Squad, to)}";

    private string Clock() => SquadTime.Clock(Turn.Squad, Turn.Now);

    private void Becomes(AdaptiveCard card) => Turn.TappedBecomes = card;

    private Task SayAsync(string text, CancellationToken cancellationToken) => Context.SendActivityAsync(Turn.Line(text), cancellationToken);
}
