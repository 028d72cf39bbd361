using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Bot.Configuration;

internal static class ConfigurationExtensions
{
    /// <summary>Adds <see cref="AppOptions"/> and the squads (<see cref="IReadOnlyList{Squad}"/>), or stops the start with every problem.</summary>
    /// <returns>The options, for whoever adds what they ask for.</returns>
    /// <exception cref="ConfigurationException">Something is wrong in the settings or in a squad's file, or the start rules forbid the start.</exception>
    public static AppOptions AddConfiguration(this WebApplicationBuilder builder)
    {
        var problems = new Problems();
        var options = AppOptionsReader.Read(builder.Configuration, builder.Environment.ContentRootPath, problems);
        var squads = SquadFolder.Load(options.SquadsFolder, problems);
        problems.AddRange(StartRules.Check(builder.Environment.EnvironmentName, StartRules.ListeningUrls(builder.Configuration), options, squads));
        problems.ThrowIfAny();
        builder.Services.AddSingleton(options).AddSquads(squads);
        return options;
    }
}
