using System.Globalization;
using AdaptiveCards;
using Hausmeister.Bot.Channels;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Hausmeister.Bot.Turns;

/// <summary>
/// Holds back what a turn says, in its order, until the turn is committed. Installed once per turn, however often the turn runs;
/// afterwards, and on an error, everything passes.
/// </summary>
internal sealed class HeldReplies
{
    private const char NumberSeparator = '-';

    private readonly List<HeldReply> held = [];
    private string? idPrefix;
    private int given;

    private HeldReplies()
    {
    }

    public IReadOnlyList<HeldReply> Held => held;

    /// <summary>The answer to the turn's invoke. It waits for the commit and for nothing else: no reply goes before it.</summary>
    public Activity? InvokeAnswer { get; private set; }

    /// <summary>The id of the turn that gave a new message this id; null where none did.</summary>
    public static string? TurnOf(string? message) => message?.LastIndexOf(NumberSeparator) is { } end and > 0 ? message[..end] : null;

    public static HeldReplies InstallOn(ITurnContext context)
    {
        var replies = new HeldReplies();
        context.OnSendActivities((_, activities, next) => replies.Send(activities, next));
        context.OnUpdateActivity((_, activity, next) => replies.Update(activity, next));
        context.OnDeleteActivity((_, reference, next) => replies.Delete(reference, next));
        return replies;
    }

    /// <summary>Forgets what was held and holds from now on.</summary>
    /// <param name="prefix">New messages are numbered after it, so that a turn that runs again gives the same ids.</param>
    public void Hold(string prefix)
    {
        Forget();
        idPrefix = prefix;
    }

    /// <summary>Lets everything pass; what was held can still be read.</summary>
    public void LetPass() => idPrefix = null;

    /// <summary>Lets everything pass and forgets what was held: nobody will have heard it.</summary>
    public void GiveUp()
    {
        LetPass();
        Forget();
    }

    private void Forget()
    {
        held.Clear();
        InvokeAnswer = null;
        given = 0;
    }

    private Task<ResourceResponse[]> Send(List<Activity> activities, Func<Task<ResourceResponse[]>> next)
    {
        if (idPrefix is null)
            return next();
        var responses = activities.Select(Hold).ToArray();
        return Task.FromResult(responses);
    }

    private ResourceResponse Hold(Activity activity)
    {
        if (activity.Type == ActivityTypesEx.InvokeResponse)
        {
            if (activity.Value is InvokeResponse { Body: AdaptiveCardInvokeResponse { Value: AdaptiveCard card } body })
                body.Value = CardsForChannel.Fit(card, activity.ChannelId, message: null);
            InvokeAnswer = activity;
            return new ResourceResponse();
        }

        activity.Id = string.Create(CultureInfo.InvariantCulture, $"{idPrefix}{NumberSeparator}{++given}");
        held.Add(new HeldReply.Sent(CardsForChannel.Fit(activity)));
        return new ResourceResponse(activity.Id);
    }

    private Task<ResourceResponse> Update(Activity activity, Func<Task<ResourceResponse>> next)
    {
        if (idPrefix is null)
            return next();
        held.Add(new HeldReply.Updated(CardsForChannel.Fit(activity)));
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    private Task Delete(ConversationReference reference, Func<Task> next)
    {
        if (idPrefix is null)
            return next();
        held.Add(new HeldReply.Deleted(reference));
        return Task.CompletedTask;
    }
}
