using Hausmeister.Bot.Channels.WebChat.Transcript;

namespace Hausmeister.Bot.Duties;

internal static class DutyServices
{
    /// <summary>Carries out what documents owe. Needs the turns' services, the tracker, the nightly run and the document store.</summary>
    public static IServiceCollection AddDuties(this IServiceCollection services, Uri publicAddress) => services
        .AddSingleton(new Links(publicAddress))
        .AddSingleton(ThisProcess.Alone())
        .AddSingleton<DutyBell>()
        .AddSingleton<Commits>()
        .AddSingleton<CaseCommits>()
        .AddSingleton<WaysToPeople>()
        .AddSingleton<IMessenger, Messenger>()
        .AddSingleton<CaseMessageEffects>()
        .AddSingleton<TrackerEffects>()
        .AddSingleton<RoomTopics>()
        .AddSingleton<RotaTopicEffects>()
        .AddSingleton<CrashTopicEffects>()
        .AddSingleton<ProgressRound>()
        .AddSingleton<CaseDutyRunner>()
        .AddSingleton<HandOffCommits>()
        .AddSingleton<HandOffEffects>()
        .AddSingleton<HandOffMessageEffects>()
        .AddSingleton<HandOffDutyRunner>()
        .AddSingleton<OfferMessageEffects>()
        .AddSingleton<OfferDutyRunner>()
        .AddSingleton<RotaMessageEffects>()
        .AddSingleton<RotaDutyRunner>()
        .AddSingleton<ChannelReports>()
        .AddSingleton<ChannelMessageEffects>()
        .AddSingleton<ChannelDutyRunner>()
        .AddSingleton<EarlierRuns>()
        .AddSingleton<PipelineReadings>()
        .AddSingleton<PipelineMessageEffects>()
        .AddSingleton<PipelineDutyRunner>()
        .AddSingleton<OldCases>()
        .AddSingleton<OldTranscripts>()
        .AddSingleton<OldConversations>()
        .AddSingleton<RetentionRound>()
        .AddSingleton<CalendarRunner>()
        .AddSingleton<WakeUpServer>()
        .AddHostedService<Calendars>()
        .AddHostedService<DutyLoop>();
}
