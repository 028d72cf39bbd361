using AdaptiveCards;

namespace Hausmeister.Cards.Rendering;

/// <summary>Lines of text, and which of them stand together.</summary>
internal sealed partial class SlackLayout
{
    private void Line(LinePart line)
    {
        switch (line.Tone)
        {
            case Tone.Title when line.Words.Plain.Length <= SlackHeader.Longest:
                Add(new SlackHeader(new(line.Words.Plain.ReplaceLineEndings(" "))), isKept: true);
                break;
            case Tone.Title:
                Flush();
                texts.Section(line.Words.Bolder(), isKept: true);
                break;
            case Tone.Heading:
                Flush();
                hasSections = true;
                Append(line.Words.Bolder(), Tone.Heading);
                break;
            case Tone.Foot:
                Foot(line.Words);
                break;
            case Tone.Hint:
                Append(line.Words, Tone.Small);
                break;
            default:
                if (line.IsApart)
                    Flush();
                Append(line.Words, line.Tone);
                break;
        }
    }

    /// <summary>Neighbours of one kind stand in one block; a heading is the first line of its section.</summary>
    private void Append(Words words, Tone tone)
    {
        if (run.Count > 0 && runTone != tone && !(runTone == Tone.Heading && tone == Tone.Body))
            Flush();
        if (run.Count == 0 || runTone == Tone.Heading && run.Count == 1 && tone == Tone.Body)
            runTone = tone;
        run.Add(words);
    }

    private void Flush()
    {
        if (run.Count == 0)
            return;
        var words = Words.Join("\n", run);
        run.Clear();
        if (runTone == Tone.Small)
            texts.Context(words);
        else
            texts.Section(words, isHeading: runTone == Tone.Heading, shortItems: shortItems);
        shortItems = 0;
    }

    private void Foot(Words words)
    {
        Flush();
        if (hasSections || stack.HasSmall)
            stack.DivideNext();
        texts.Context(words, isKept: true);
    }

    private void Notice(NoticePart notice)
    {
        if (notice.Lines.Count == 0)
            return;
        var words = Words.Join("\n", notice.Lines);
        Flush();
        if (surface.HasAlerts && SlackText.Length(words) <= SlackAlert.Longest)
            Add(new SlackAlert(SlackText.Of(words), Level(notice.Style)), isKept: true);
        else
            texts.Quotation(words);
    }

    private static string Level(AdaptiveContainerStyle style) => style switch
    {
        AdaptiveContainerStyle.Attention => "error",
        AdaptiveContainerStyle.Warning => "warning",
        AdaptiveContainerStyle.Good => "success",
        _ => "info",
    };
}
