using System.Text.Json;

namespace Hausmeister.ApplicationTests.Channels;

/// <summary>The chat page as a person reads it.</summary>
internal static class PageWords
{
    /// <summary>Each of the bot's messages in the open room: its texts, what its fields say, and what can be tapped. A link's edges are zero-width spaces.</summary>
    public const string Script =
        """
        () => {
          const words = element => element.textContent.replaceAll('\u200b', '').trim();
          const paragraphs = element => element.querySelector('p') ? [...element.querySelectorAll('p')] : [element];
          const filled = (field, value) => value ? [`${words(document.querySelector(`label[for="${field.id}"] .ac-textRun, [id="${field.getAttribute('aria-labelledby')}"] .ac-textRun`))}: ${value}`] : [];
          const line = element =>
            element.matches('.ac-toggleInput, .ac-toggleInput *') ? []
            : element.matches('select') ? filled(element, element.selectedOptions[0]?.text)
            : element.matches('input, textarea') ? filled(element, element.value)
            : element.matches('.ac-choiceSetInput-expanded') ? [...element.querySelectorAll('input:checked')].flatMap(one => filled(element, words(one.parentElement)))
            : element.closest('.ac-choiceSetInput-expanded') ? []
            : paragraphs(element).map(words);
          const label = button => button.matches('button') ? words(button) : button.title;
          const all = (message, selector) => [...message.querySelectorAll(selector)];
          return all(document, '.chat:not([hidden]) .webchat__basic-transcript__activity')
            .filter(message => !message.querySelector('.webchat__stacked-layout--from-user'))
            .map(message => ({
              lines: all(message, '.webchat__text-content, .ac-textBlock, .ac-input').flatMap(line),
              buttons: all(message, 'button.ac-pushButton, .ac-container.ac-selectable').map(label),
            }));
        }
        """;

    public static Heard Read(JsonElement message) => new(Texts(message, "lines"), Texts(message, "buttons"));

    private static string[] Texts(JsonElement message, string name) => [.. message.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];
}
