namespace Microsoft.Bot.Schema;

/// <summary>Somebody asks for a named command.</summary>
public interface ICommandActivity : IActivity
{
    string Name { get; set; }

    object Value { get; set; }
}
