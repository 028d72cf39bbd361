using System.Text.Json.Nodes;
using AdaptiveCards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Triage;
using System.Globalization;

namespace Hausmeister.Cards.Parts;

/// <summary>What a card's buttons are about: a tap brings back <c>{verb, id, rev}</c>.</summary>
internal sealed record Target(string Id, int Revision)
{
    public static Target Of(Case @case) => new(@case.Id, @case.Edition);

    public static Target Of(TriageDraft draft) => new(draft.CaseId, int.Parse(draft.Step, CultureInfo.InvariantCulture));

    /// <summary>Commands, which are about nothing but the squad.</summary>
    public static Target Of(Squad squad) => new(squad.Id, 1);

    public AdaptiveExecuteAction Button(string title, string verb, string? tooltip = null) => new()
    {
        Title = title,
        Verb = verb,
        Tooltip = tooltip,
        DataJson = Data(verb, null),
    };

    /// <summary>The first thing to do; one on a card.</summary>
    public AdaptiveExecuteAction Positive(string title, string verb, string? tooltip = null)
    {
        var button = Button(title, verb, tooltip);
        button.Style = "positive";
        return button;
    }

    /// <summary>Back or Cancel: an empty field holds nobody.</summary>
    public AdaptiveExecuteAction Leave(string title, string verb)
    {
        var button = Button(title, verb);
        button.AssociatedInputs = AdaptiveAssociatedInputs.None;
        return button;
    }

    /// <summary>A row to tap: a label longer than a button's. Its accessible name is every word on it.</summary>
    /// <param name="tooltip">What the tap does; the button's label where a channel has no such rows, so 30 characters at most.</param>
    /// <param name="source">Which of several things with the same verb.</param>
    public AdaptiveContainer Row(
        Markdown lead, Markdown? small, string verb, string tooltip, AdaptiveContainerStyle style = AdaptiveContainerStyle.Emphasis, string? source = null) => new()
        {
            Style = style,
            Spacing = AdaptiveSpacing.Small,
            SelectAction = new AdaptiveExecuteAction
            {
                Title = small is null ? lead.Plain : $"{lead.Plain} {small.Plain}",
                Verb = verb,
                Tooltip = tooltip,
                DataJson = Data(verb, source),
            },
            Items = [new AdaptiveColumnSet { Columns = [Words(lead, small), Chevron()] }],
        };

    private static AdaptiveColumn Words(Markdown lead, Markdown? small) => new()
    {
        Width = AdaptiveColumnWidth.Stretch,
        VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center,
        Items = small is null
            ? [Text.Line(lead, AdaptiveSpacing.Default)]
            : [new AdaptiveTextBlock(lead.Source) { Wrap = true, Weight = AdaptiveTextWeight.Bolder, MaxLines = 2 }, Text.Meta(small)],
    };

    private static AdaptiveColumn Chevron() => new()
    {
        Width = AdaptiveColumnWidth.Auto,
        VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center,
        Items = [new AdaptiveTextBlock("›") { Wrap = true, Size = AdaptiveTextSize.Large, IsSubtle = true }],
    };

    private string Data(string verb, string? source)
    {
        var data = new JsonObject { ["verb"] = verb, ["id"] = Id, ["rev"] = Revision };
        if (source is not null)
            data["source"] = source;
        return data.ToJsonString();
    }
}
