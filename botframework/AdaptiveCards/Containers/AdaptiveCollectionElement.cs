namespace AdaptiveCards;

/// <summary>An element that holds others. It can be enumerated and added to, and is no IEnumerable.</summary>
public abstract class AdaptiveCollectionElement : AdaptiveElement
{
    protected AdaptiveCollectionElement() { }

    /// <summary>Null: the same as the element around it.</summary>
    public AdaptiveContainerStyle? Style { get; set; }

    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    public AdaptiveAction SelectAction { get; set; }

    public bool Bleed { get; set; }

    /// <summary>In the schema's spelling, "80px".</summary>
    public string MinHeight { get; set; }

    /// <summary>The same in pixels; 0 when there is none.</summary>
    public uint PixelMinHeight
    {
        get => Pixels.TryParse(MinHeight, out var pixels) ? pixels : 0;
        set => MinHeight = Pixels.Format(value);
    }

    public abstract IEnumerator<AdaptiveElement> GetEnumerator();

    public abstract void Add(AdaptiveElement value);
}

/// <summary>A part of a table: it says how the contents of its cells are aligned.</summary>
public abstract class AdaptiveCollectionWithContentAlignment : AdaptiveCollectionElement
{
    public AdaptiveHorizontalContentAlignment HorizontalContentAlignment { get; set; }
}
