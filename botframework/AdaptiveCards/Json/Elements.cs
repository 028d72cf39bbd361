using System.Collections.Frozen;

namespace AdaptiveCards.Json;

/// <summary>Which class stands for which "type".</summary>
internal static class Elements
{
    private static readonly FrozenDictionary<string, Func<AdaptiveTypedElement>> ByType = new Dictionary<string, Func<AdaptiveTypedElement>>
    {
        [AdaptiveTextBlock.TypeName] = () => new AdaptiveTextBlock(),
        [AdaptiveRichTextBlock.TypeName] = () => new AdaptiveRichTextBlock(),
        [AdaptiveTextRun.TypeName] = () => new AdaptiveTextRun(),
        [AdaptiveFactSet.TypeName] = () => new AdaptiveFactSet(),
        [AdaptiveImage.TypeName] = () => new AdaptiveImage(),
        [AdaptiveImageSet.TypeName] = () => new AdaptiveImageSet(),
        [AdaptiveMedia.TypeName] = () => new AdaptiveMedia(),
        [AdaptiveActionSet.TypeName] = () => new AdaptiveActionSet(),
        [AdaptiveContainer.TypeName] = () => new AdaptiveContainer(),
        [AdaptiveColumnSet.TypeName] = () => new AdaptiveColumnSet(),
        [AdaptiveColumn.TypeName] = () => new AdaptiveColumn(),
        [AdaptiveTable.TypeName] = () => new AdaptiveTable(),
        [AdaptiveTableRow.TypeName] = () => new AdaptiveTableRow(),
        [AdaptiveTableCell.TypeName] = () => new AdaptiveTableCell(),
        [AdaptiveTextInput.TypeName] = () => new AdaptiveTextInput(),
        [AdaptiveNumberInput.TypeName] = () => new AdaptiveNumberInput(),
        [AdaptiveDateInput.TypeName] = () => new AdaptiveDateInput(),
        [AdaptiveTimeInput.TypeName] = () => new AdaptiveTimeInput(),
        [AdaptiveToggleInput.TypeName] = () => new AdaptiveToggleInput(),
        [AdaptiveChoiceSetInput.TypeName] = () => new AdaptiveChoiceSetInput(),
        [AdaptiveSubmitAction.TypeName] = () => new AdaptiveSubmitAction(),
        [AdaptiveExecuteAction.TypeName] = () => new AdaptiveExecuteAction(),
        [AdaptiveOpenUrlAction.TypeName] = () => new AdaptiveOpenUrlAction(),
        [AdaptiveShowCardAction.TypeName] = () => new AdaptiveShowCardAction(),
        [AdaptiveToggleVisibilityAction.TypeName] = () => new AdaptiveToggleVisibilityAction(),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Type, Func<AdaptiveTypedElement>> OnlyClass = new Dictionary<Type, Func<AdaptiveTypedElement>>
    {
        [typeof(AdaptiveCard)] = () => new AdaptiveCard((AdaptiveSchemaVersion)null),
        [typeof(AdaptiveColumn)] = () => new AdaptiveColumn(),
        [typeof(AdaptiveTableRow)] = () => new AdaptiveTableRow(),
        [typeof(AdaptiveTableCell)] = () => new AdaptiveTableCell(),
        [typeof(AdaptiveImage)] = () => new AdaptiveImage(),
        [typeof(AdaptiveExecuteAction)] = () => new AdaptiveExecuteAction(),
    }.ToFrozenDictionary();

    public static AdaptiveTypedElement Create(string type) => ByType.TryGetValue(type, out var create) ? create() : null;

    /// <summary>The element of the only class that can stand where a <typeparamref name="T"/> stands; null when there are several.</summary>
    public static T CreateOnly<T>() where T : AdaptiveTypedElement =>
        OnlyClass.TryGetValue(typeof(T), out var create) ? (T)create() : null;

    public static T CreateUnknown<T>(string type) where T : AdaptiveTypedElement
    {
        var isAction = typeof(T) == typeof(AdaptiveAction)
            || (typeof(T) == typeof(AdaptiveTypedElement) && type.StartsWith("Action.", StringComparison.Ordinal));
        AdaptiveTypedElement unknown = isAction ? new AdaptiveUnknownAction()
            : typeof(T) == typeof(AdaptiveInline) ? new UnknownInline()
            : new AdaptiveUnknownElement();
        return (T)unknown;
    }
}
