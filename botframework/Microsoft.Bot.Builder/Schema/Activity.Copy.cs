namespace Microsoft.Bot.Schema;

public partial class Activity
{
    /// <summary>A copy that can be addressed and sent without touching this one; what it refers to is shared.</summary>
    internal Activity Copy() => (Activity)MemberwiseClone();
}
