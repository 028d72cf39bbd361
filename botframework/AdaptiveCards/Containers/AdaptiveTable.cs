namespace AdaptiveCards;

public class AdaptiveTable : AdaptiveCollectionWithContentAlignment
{
    public const string TypeName = "Table";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveTableRow> Rows { get; set; } = [];

    public List<AdaptiveTableColumnDefinition> Columns { get; set; } = [];

    public AdaptiveContainerStyle? GridStyle { get; set; }

    public bool ShowGridLines { get; set; } = true;

    public bool FirstRowAsHeaders { get; set; } = true;

    public override IEnumerator<AdaptiveElement> GetEnumerator() => Rows.GetEnumerator();

    /// <exception cref="InvalidCastException">The element is no row.</exception>
    public override void Add(AdaptiveElement element) => Rows.Add((AdaptiveTableRow)element);
}

public class AdaptiveTableColumnDefinition
{
    public const string TypeName = "TableColumnDefinition";

    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    public AdaptiveHorizontalContentAlignment HorizontalContentAlignment { get; set; }

    /// <summary>0: <see cref="Width"/> decides.</summary>
    public double PixelWidth { get; set; }

    /// <summary>The column's share of the table, beside the other columns' shares.</summary>
    public double Width { get; set; }

    internal SerializableDictionary<string, object> Extras { get; set; }
}
