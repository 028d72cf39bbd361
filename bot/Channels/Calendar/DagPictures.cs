using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Bot.Channels.Calendar;

/// <summary>The picture's address: <c>/dag/{code}/{squad}.png</c>.</summary>
internal sealed class DagPictures(SecretCodes codes, Uri publicAddress) : IDagPictures
{
    public async Task<Uri> HistoryAsync(Moment moment, IReadOnlyList<PipelineDay> days, CancellationToken cancellationToken)
    {
        var code = await codes.OfAsync(Thing(moment.Squad), cancellationToken);
        return new Uri(publicAddress, $"/dag/{code}/{moment.Squad.Id}.png?v={DagPicture.Version(days, moment)}");
    }

    /// <summary>Whether whoever has the code was told this address.</summary>
    public Task<bool> IsKnownAsync(string code, Squad squad, CancellationToken cancellationToken) =>
        codes.IsOfAsync(code, Thing(squad), cancellationToken);

    private static string Thing(Squad squad) => $"dag/{squad.Id}";
}
