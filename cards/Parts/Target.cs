using System.Globalization;
using AdaptiveCards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Cards.Parts;

/// <summary>What a card's buttons are about: a tap brings back <c>{verb, id, rev}</c>.</summary>
internal sealed record Target(string Id, int Revision)
{
    public static Target Of(Case @case) => new(@case.Id, @case.Edition);

    public static Target Of(TriageDraft draft) => new(draft.CaseId, int.Parse(draft.Step, CultureInfo.InvariantCulture));

    public static Target Of(Offer offer) => new($"{offer.Squad}/{offer.Id}", 1);

    /// <summary>Something that is to happen to a member's duty.</summary>
    public static Target Of(Squad squad, Member member) => new($"{squad.Id}/{member.Id}", 1);

    /// <summary>A span of the rota, in Unix seconds.</summary>
    public static Target Of(Squad squad, Span span) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{squad.Id}/{span.From.ToUnixTimeSeconds()}-{span.To.ToUnixTimeSeconds()}"), 1);

    public static Target Of(HandOff handOff) => new($"{handOff.Squad}/{handOff.Id}", 1);

    /// <param name="question">Which of the questions about the item.</param>
    public static Target Of(HandOff handOff, HandOffItem item, int question = 0) => new($"{handOff.Squad}/{handOff.Id}#{item.Id}", question);

    public static Target Of(PipelineDay day) => new($"{day.Squad}/{day.Id}", day.Revision);

    public static Target Of(PipelineDay day, StageTrouble trouble) => new($"{day.Squad}/{day.Id}/{trouble.Id}", day.Revision);

    /// <summary>Commands, which are about nothing but the squad.</summary>
    public static Target Of(Squad squad) => new(squad.Id, 1);

    public AdaptiveExecuteAction Button(string title, string verb, string? tooltip = null) => Action(new() { Title = title, Tooltip = tooltip }, verb);

    /// <summary>The first thing to do; one on a card.</summary>
    public AdaptiveExecuteAction Positive(string title, string verb, string? tooltip = null) =>
        Action(new() { Title = title, Tooltip = tooltip, Style = "positive" }, verb);

    /// <summary>Back or Cancel: an empty field holds nobody.</summary>
    public AdaptiveExecuteAction Leave(string title, string verb) =>
        Action(new() { Title = title, AssociatedInputs = AdaptiveAssociatedInputs.None }, verb);

    /// <summary>A row to tap: a label longer than a button's. Its accessible name is every word on it.</summary>
    /// <param name="tooltip">What the tap does; the button's label where a channel has no such rows, so 30 characters at most.</param>
    /// <param name="source">Which of several things with the same verb.</param>
    public AdaptiveContainer Row(
        Markdown lead, Markdown? small, string verb, string tooltip, AdaptiveContainerStyle style = AdaptiveContainerStyle.Emphasis, string? source = null) => new()
        {
            Style = style,
            Spacing = AdaptiveSpacing.Small,
            SelectAction = Action(new() { Title = small is null ? lead.Plain : $"{lead.Plain} {small.Plain}", Tooltip = tooltip }, verb, source),
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

    /// <summary>Teams clients that do not know an execute yet show the submit instead; its data is the same.</summary>
    private AdaptiveExecuteAction Action(AdaptiveExecuteAction action, string verb, string? source = null)
    {
        action.Verb = verb;
        action.Data = Data(verb, source);
        action.Fallback = new AdaptiveFallbackElement(new AdaptiveSubmitAction
        {
            Title = action.Title,
            Tooltip = action.Tooltip,
            Style = action.Style,
            AssociatedInputs = action.AssociatedInputs,
            Data = action.Data,
        });
        return action;
    }

    private Dictionary<string, object> Data(string verb, string? source)
    {
        var data = new Dictionary<string, object> { ["verb"] = verb, ["id"] = Id, ["rev"] = Revision };
        if (source is not null)
            data["source"] = source;
        return data;
    }
}
