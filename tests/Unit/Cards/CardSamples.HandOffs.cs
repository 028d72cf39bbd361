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
            ("planned", begun with { BegunAt = null, ReadyAskedAt = moment.Now }),
            ("planned with a P4", begun with { BegunAt = null, Items = [.. begun.Items.Select(i => i with { Priority = Priority.P4 })] }),
            ("not ready", begun with { BegunAt = null, Ready = new Readiness(false, moment.Now), Noted = new Confirmation(Ana, moment.Now) }),
            ("ready, quiet", begun with { BegunAt = null, Ready = new Readiness(true, moment.Now), Items = [] }),
            ("staying", begun with { BegunAt = null, Items = [.. begun.Items.Select(i => i with { Priority = Priority.P4, StaysUntil = moment.Now })] }),
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
        foreach (var (name, handOff) in states)
            foreach (var viewer in new[] { "davi", "ana", null })
                yield return ($"hand-off {name} for {viewer ?? "a room"}", HandOffCard.Build(handOff, moment, viewer));
        foreach (var (name, handOff) in states.Where(s => s.HandOff.BegunAt is null))
            foreach (var kind in new[] { PostKind.Readiness, PostKind.ReadinessLevel2, PostKind.HandOffP4, PostKind.HandOffDraft })
                yield return ($"{kind} {name}", HandOffMessages.Build(kind, handOff, moment, kind == PostKind.Readiness ? "davi" : "ana", words));
        foreach (var (name, handOff) in states.Where(s => s.Name is "unconfirmed" or "confirmed" or "held" or "appointed"))
            foreach (var kind in Enum.GetValues<PostKind>().Where(k => k is > PostKind.HandOff and < PostKind.DagShown && k is not (PostKind.HandOffQuestion or PostKind.HandOffAnswer)))
                yield return ($"{kind} {name}", HandOffMessages.Build(kind, handOff, moment, "ana", words));
        yield return ("hand-off stayed", HandOffMessages.Build(PostKind.HandOffStayed, begun, moment, "ana", words));
        yield return ("hand-off to Level 2", HandOffLevel2Card.Build(begun, moment));
        yield return ("hand-off to a lead", HandOffLeadCard.Build(begun, moment));
        yield return ("hand-off reminder", HandOffReminderCard.Build(begun, moment));
        yield return ("hand-off question alone", HandOffQuestionCard.Build(begun, begun.Items[0], 0, moment));
        yield return ("hand-off question", HandOffMessages.Build(PostKind.HandOffQuestion, begun, moment, "ana", "ana-17/0"));
        yield return ("hand-off question answered", HandOffMessages.Build(PostKind.HandOffQuestion, begun, moment, "ana", "ana-17/1"));
        yield return ("hand-off answer", HandOffMessages.Build(PostKind.HandOffAnswer, begun, moment, "davi", "ana-17/1"));
        yield return ("hand-off ask form", HandOffAskForm.Build(begun, begun.Items[0], moment));
        yield return ("readiness", ReadinessCard.Build(begun with { BegunAt = null }, moment, "davi"));
        yield return ("hand-off P4", HandOffP4Card.Build(begun, moment));
        yield return ("hand-off stay form", HandOffStayForm.Build(begun, moment));
        yield return ("hand-off draft again", HandOffDraftCard.Build(begun with { BegunAt = null, Noted = new Confirmation(Ana, moment.Now) }, moment, edit: true));
        yield return ("hand-off draft left", HandOffDraftCard.Left(begun, moment));
        yield return ("appoint", AppointCard.Build(begun, moment, "ana"));
        yield return ("past hand-offs", HandOffsCard.Build([.. states.Select(s => s.HandOff), .. states.Select(s => s.HandOff)], moment));
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
