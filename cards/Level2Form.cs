using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>What Level 2 is asked for.</summary>
public static class Level2Form
{
    public static AdaptiveCard Build(Case @case, Moment moment, Person asker)
    {
        var level2 = moment.Squad.NameOf(moment.HelpFor(asker.Id));
        return CaseForm.Of(@case, $"Ask {level2}",
            [
                new AdaptiveChoiceSetInput
                {
                    Id = "why",
                    Label = "What for?",
                    Style = AdaptiveChoiceInputStyle.Expanded,
                    Value = "stuck",
                    Choices = [Field.Choice("Where to start", "start"), Field.Choice("Stuck", "stuck"), Field.Choice("Priority", "priority")],
                }.First(),
                Field.Optional("tried", "What did you try?", maxLength: LongestTried).Multiline(),
                Text.Foot($"It stays {Owners(@case, moment, asker)}: you pair. No answer in {Patience(@case, moment)} goes to a lead."),
            ],
            Target.Of(@case).Positive($"Ask {level2}", Verbs.Level2.Ask),
            Verbs.Level2.Cancel);
    }

    private const int LongestTried = 2_000;

    private static string Owners(Case @case, Moment moment, Person asker) => @case.Owner switch
    {
        null => "nobody's",
        var owner when owner == asker.Id => "yours",
        var owner => $"{moment.Squad.NameOf(owner)}'s",
    };

    private static string Patience(Case @case, Moment moment) =>
        English.Plural((int)Level2Rules.Patience(@case, moment).TotalMinutes, "minute");
}
