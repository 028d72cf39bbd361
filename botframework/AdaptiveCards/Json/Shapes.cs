using System.Collections.Frozen;

namespace AdaptiveCards.Json;

/// <summary>Which shape each class has.</summary>
internal static class Shapes
{
    private static readonly FrozenDictionary<Type, IShape> ByClass =
        ((IEnumerable<IShape>)[Card, .. ElementShapes.All, .. ContainerShapes.All, .. InputShapes.All, .. ActionShapes.All])
        .ToFrozenDictionary(shape => shape.Class);

    public static Shape<AdaptiveCard> Card => CardShapes.Card;

    /// <summary>The shape of an element's class, or of the nearest base class that has one.</summary>
    public static IShape Of(AdaptiveTypedElement element)
    {
        for (var type = element.GetType(); type is not null; type = type.BaseType)
            if (ByClass.TryGetValue(type, out var shape))
                return shape;
        throw new AdaptiveSerializationException($"{element.GetType()} is no element of a card");
    }
}
