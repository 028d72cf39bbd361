using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Cards;

/// <summary>Before the whole company is told: who leads, who speaks, and what is known.</summary>
public static class CrashForm
{
    public static AdaptiveCard Build(Case @case, Moment moment)
    {
        var point = moment.Squad.Find(@case.Owner)?.Id ?? moment.OnDuty;
        var comms = moment.HelpFor(point);
        return CaseForm.Of(@case, $"Tell the crash channel?",
            [
                Block.Notice(AdaptiveContainerStyle.Attention, $"**This tells the whole company.** Point: {moment.Squad.NameOf(point)}. Comms: {moment.Squad.NameOf(comms)}."),
                Members("point", "Point", "Choose who leads the work.", point, moment.Squad).First(),
                Members("comms", "Comms", "Choose who speaks for it.", comms, moment.Squad),
                Field.Optional("known", "What is known", placeholder: "Optional: one or two sentences that everybody may read", maxLength: CrashRules.LongestKnown).Multiline(),
                Text.Foot($"The message stands there until it is fixed, and is kept true."),
            ],
            // Where fields open in a modal, nobody is told before it was seen.
            Target.Of(@case).Positive("Tell the whole company", Verbs.Issue.CrashTell, "Tell the whole company…"));
    }

    private static AdaptiveChoiceSetInput Members(string id, string label, string error, string value, Squad squad) => new()
    {
        Id = id,
        Label = label,
        Style = AdaptiveChoiceInputStyle.Compact,
        IsRequired = true,
        ErrorMessage = error,
        Value = value,
        Choices = [.. squad.Members.Select(m => Field.Choice(m.Name, m.Id))],
    };
}
