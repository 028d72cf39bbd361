namespace AdaptiveCards.Json;

/// <summary>Elements that hold elements.</summary>
internal static class ContainerShapes
{
    private static readonly Shape<AdaptiveCollectionElement> Collection = BaseShapes.Element.For<AdaptiveCollectionElement>()
        .With("style", c => c.Style, (c, v) => c.Style = v)
        .With("horizontalAlignment", c => c.HorizontalAlignment, (c, v) => c.HorizontalAlignment = v)
        .With("verticalContentAlignment", c => c.VerticalContentAlignment, (c, v) => c.VerticalContentAlignment = v)
        .With("bleed", Codecs.Flag, c => c.Bleed, (c, v) => c.Bleed = v)
        .With("minHeight", Codecs.Text, c => c.MinHeight, (c, v) => c.MinHeight = v)
        .With("selectAction", BaseShapes.AnAction, c => c.SelectAction, (c, v) => c.SelectAction = v);

    private static readonly Shape<AdaptiveCollectionWithContentAlignment> TablePart = Collection.For<AdaptiveCollectionWithContentAlignment>()
        .With("horizontalCellContentAlignment", c => c.HorizontalContentAlignment, (c, v) => c.HorizontalContentAlignment = v);

    private static readonly ListCodec<AdaptiveElement> Items = new(ElementCodec<AdaptiveElement>.Instance, required: true);

    private static readonly Shape<AdaptiveContainer> Container = Collection.For<AdaptiveContainer>()
        .With("backgroundImage", CardShapes.BackgroundImage, c => c.BackgroundImage, (c, v) => c.BackgroundImage = v)
        .With("rtl", Codecs.OptionalFlag, c => c.Rtl, (c, v) => c.Rtl = v)
        .With("items", Items, c => c.Items, (c, v) => c.Items = v);

    private static readonly ObjectCodec<AdaptiveTableColumnDefinition> ColumnDefinition = new(
        new Shape<AdaptiveTableColumnDefinition>(d => d.Extras, (d, extras) => d.Extras = extras)
            .With("width", Codecs.Width, WidthOf, SetWidth)
            .With("verticalCellContentAlignment", d => d.VerticalContentAlignment, (d, v) => d.VerticalContentAlignment = v)
            .With("horizontalCellContentAlignment", d => d.HorizontalContentAlignment, (d, v) => d.HorizontalContentAlignment = v),
        () => new());

    public static readonly IShape[] All =
    [
        Collection,

        Container,

        Container.For<AdaptiveColumn>()
            .With("width", Codecs.Width, c => c.Width, (c, v) => c.Width = v),

        Collection.For<AdaptiveColumnSet>()
            .With("columns", ListOf<AdaptiveColumn>(), s => s.Columns, (s, v) => s.Columns = v),

        TablePart.For<AdaptiveTable>()
            .With("gridStyle", t => t.GridStyle, (t, v) => t.GridStyle = v)
            .With("showGridLines", Codecs.Flag, t => t.ShowGridLines, (t, v) => t.ShowGridLines = v, byDefault: true)
            .With("firstRowAsHeaders", Codecs.Flag, t => t.FirstRowAsHeaders, (t, v) => t.FirstRowAsHeaders = v, byDefault: true)
            .With("columns", new ListCodec<AdaptiveTableColumnDefinition>(ColumnDefinition), t => t.Columns, (t, v) => t.Columns = v)
            .With("rows", ListOf<AdaptiveTableRow>(), t => t.Rows, (t, v) => t.Rows = v),

        TablePart.For<AdaptiveTableRow>()
            .With("rtl", Codecs.OptionalFlag, r => r.Rtl, (r, v) => r.Rtl = v)
            .With("cells", ListOf<AdaptiveTableCell>(), r => r.Cells, (r, v) => r.Cells = v),

        TablePart.For<AdaptiveTableCell>()
            .With("rtl", Codecs.OptionalFlag, c => c.Rtl, (c, v) => c.Rtl = v)
            .With("items", Items, c => c.Items, (c, v) => c.Items = v),
    ];

    private static ListCodec<T> ListOf<T>() where T : AdaptiveTypedElement => new(ElementCodec<T>.Instance);

    // A share of the table stands as a number, pixels as a text.
    private static AdaptiveWidth WidthOf(AdaptiveTableColumnDefinition column) => column switch
    {
        { PixelWidth: > 0 } => FormattableString.Invariant($"{column.PixelWidth}px"),
        { Width: > 0 } => FormattableString.Invariant($"{column.Width}"),
        _ => null,
    };

    private static void SetWidth(AdaptiveTableColumnDefinition column, AdaptiveWidth width)
    {
        if (Pixels.TryParse(width.ToString(), out var pixels))
            column.PixelWidth = pixels;
        else
            column.Width = double.Parse(width.ToString(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
