using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Rota;
using NodaTime;

namespace Hausmeister.Tests.Cards;

/// <summary>The hand-off in every state, for everybody who reads it.</summary>
internal static partial class CardSamples
{
    private static readonly Moment Friday = Now with { Now = SampleSquad.At(2026, 11, 27, 17, 35) };

    private static IEnumerable<(string Name, AdaptiveCard Card)> HandOffsOf(string words)
    {
        var moment = Friday with { Squad = Nasty(words) };
        var begun = HandOff(words);
        (string Name, HandOff HandOff)[] states =
        [
            ("unconfirmed", begun),
            ("late", begun with { BegunAt = begun.Start + Duration.FromHours(2) }),
            ("quiet", begun with { Items = [] }),
            ("on Monday", begun with { Role = DutyRole.Hausmeister }),
            ("full", begun with { Items = [.. Enumerable.Range(0, 30).SelectMany(_ => begun.Items)] }),
            ("confirmed", HandOffRules.Confirm(begun, new Person("davi", words, false), moment)),
            ("confirmed for them", HandOffRules.Confirm(begun, new Person("clara", "Clara", false), moment)),
            ("held", HandOffRules.Hold(begun, new Person("clara", "Clara", false), moment)),
            ("appointed", HandOffRules.End(begun, new Ending(moment.Now, "davi", Ana))),
            ("passed on", HandOffRules.End(begun, new Ending(moment.Now))),
        ];
        PostKind[] kinds =
        [
            PostKind.HandOff, PostKind.HandOffGuild, PostKind.HandOffReminder, PostKind.HandOffLevel2, PostKind.HandOffLead, PostKind.HandOffUnreached,
            PostKind.HandOffFree, PostKind.HandOffHeld, PostKind.HandOffAppointed, PostKind.TrackerRefused,
        ];
        foreach (var (name, handOff) in states)
            foreach (var kind in kinds)
                foreach (var viewer in new[] { "davi", "ana", "clara", null })
                    yield return ($"{kind} {name} for {viewer ?? "a room"}", HandOffMessages.Build(kind, handOff, moment, viewer, words));
        yield return ("hand-off to Level 2", HandOffLevel2Card.Build(begun, moment));
        yield return ("hand-off to a lead", HandOffLeadCard.Build(begun, moment));
        yield return ("hand-off reminder", HandOffReminderCard.Build(begun, moment));
        yield return ("hand-off question alone", HandOffQuestionCard.Build(begun, begun.Items[0], 0, moment));
        yield return ("hand-off question", HandOffMessages.Build(PostKind.HandOffQuestion, begun, moment, "ana", "ana-17/0"));
        yield return ("hand-off question answered", HandOffMessages.Build(PostKind.HandOffQuestion, begun, moment, "ana", "ana-17/1"));
        yield return ("hand-off answer", HandOffMessages.Build(PostKind.HandOffAnswer, begun, moment, "davi", "ana-17/1"));
        yield return ("hand-off ask form", HandOffAskForm.Build(begun, begun.Items[0], moment));
        yield return ("appoint", AppointCard.Build(begun, moment, "ana"));
        yield return ("next hand-off", NextHandOffCard.Build(moment));
        yield return ("who, not confirmed", WhoCard.Build(moment with { Squad = moment.Squad with { Rota = moment.Squad.Rota with { Unconfirmed = new(begun.Id, "ana", "davi", begun.Start) } } }, Ana));
    }

    private static HandOff HandOff(string words)
    {
        var start = SampleSquad.At(2026, 11, 27, 17, 0);
        IReadOnlyList<HandOffItem> items = HandOffItems.Of([Issue(words), Question(words) with { Id = "ana-18" }], []);
        return new HandOff
        {
            Id = HandOffRules.IdOf(start),
            Squad = "data-infra",
            Start = start,
            Until = SampleSquad.At(2026, 11, 30, 11, 0),
            Role = DutyRole.WeekendOnCall,
            From = "ana",
            To = "davi",
            BegunAt = start,
            Level2 = new Asked("clara", start + Duration.FromMinutes(30)),
            Lead = new Asked("ana", start + Duration.FromMinutes(35)),
            StartHere = "ana-17",
            Watch = words,
            Items = [.. items.Select(i => i with { Questions = [new("davi", "ana", words, start), new("davi", "ana", words, start, words)] })],
        };
    }
}
