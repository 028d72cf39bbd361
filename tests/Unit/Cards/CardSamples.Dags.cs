using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Tests.Cards;

/// <summary>The nightly run in every state, for everybody who reads it. Stages, members, nodes and notes are named by those words.</summary>
internal static partial class CardSamples
{
    public static IEnumerable<(string Name, PipelineDay Day, Instant At)> Days =>
    [
        ("healthy", SampleDay.Healthy, SampleDay.Clock(9)),
        ("healthy in the evening", SampleDay.Day(0, 0, [.. SampleDay.Unstarted]) with { SeenAt = SampleDay.Due + Duration.FromMinutes(2) }, SampleDay.Due + Duration.FromMinutes(2)),
        ("late", SampleDay.Late, SampleDay.Clock(6, 38)),
        ("past its SLA", SampleDay.With(SampleDay.Late, new StageTrouble("financial-reports", SampleDay.Finance, TroubleKind.PastSla, SampleDay.Clock(8))), SampleDay.Clock(8, 10)),
        ("many late", SampleDay.Late, SampleDay.Clock(13)),
        ("failed", SampleDay.Failed, SampleDay.Clock(3, 14)),
        ("failed and taken", SampleDay.Taken, SampleDay.Clock(3, 20)),
        ("running again", SampleDay.Again, SampleDay.Clock(3, 50)),
        ("many failed", ManyFailed, SampleDay.Clock(5, 14)),
        ("paused", SampleDay.Healthy with { Paused = true }, SampleDay.Clock(9)),
        ("complete", SampleDay.Complete with { PostedAt = SampleDay.Clock(9) }, SampleDay.Clock(11)),
        ("fixed", SampleDay.Fixed, SampleDay.Clock(11)),
        ("complete and late", SampleDay.Complete with { CompleteAt = SampleDay.Clock(13, 40), Paused = true, PostedAt = SampleDay.Clock(9, 30) }, SampleDay.Clock(14)),
        ("not seen", SampleDay.NotSeen, SampleDay.Clock(6, 52)),
        ("not seen after the post", SampleDay.NotSeen with { PostedAt = SampleDay.Clock(6) }, SampleDay.Clock(6, 52)),
        ("never seen", SampleDay.NeverSeen, SampleDay.Clock(6, 52)),
        ("planned", SampleDay.Planned, SampleDay.Clock(0)),
        ("not started", SampleDay.NotStarted, SampleDay.Clock(0, 10)),
        ("loaded late", LoadedLate, SampleDay.Clock(9)),
        ("started", SampleDay.Healthy with { Troubles = [.. SampleDay.NotStarted.Troubles.Select(t => t with { EndedAt = SampleDay.Clock(0, 20) })] }, SampleDay.Clock(9)),
        ("never loaded", SampleDay.With(SampleDay.Failed, SampleDay.Taken.Troubles[0] with { EndedAt = SampleDay.Clock(23, 5) }), SampleDay.Clock(23, 10)),
        ("with nodes missing", SampleDay.Healthy with { OthersFailed = 2, Stages = [.. SampleDay.Healthy.Stages.Select(s => s with { Missing = [SampleDay.Node] })] }, SampleDay.Clock(9)),
        ("recorded", SampleDay.Failed with { IsRecording = true, PostedAt = SampleDay.Clock(3, 13), Notes = [SampleDay.Note("a"), SampleDay.Note("b")] }, SampleDay.Clock(3, 14)),
    ];

    private static PipelineDay LoadedLate => SampleDay.Healthy with
    {
        Stages = [.. SampleDay.Healthy.Stages.Select(s => s.Name == SampleDay.Finance ? SampleDay.Loaded(SampleDay.Finance, 6, 38) : s)],
        Troubles = [SampleDay.Late.Troubles[0] with { EndedAt = SampleDay.Clock(6, 39) }],
    };

    private static PipelineDay ManyFailed => SampleDay.Failed with
    {
        Stages =
        [
            .. SampleDay.Failed.Stages.Take(2).Select(s => s with { Failure = Mapped(SampleDay.Node, inLoading: false) }),
            new Stage(SampleDay.Facts, StageState.BeingLoaded) { Since = SampleDay.Clock(5), Failure = Mapped(SampleDay.Node, inLoading: true) },
            .. SampleDay.Failed.Stages.Skip(3),
        ],
    };

    private static StageFailure Mapped(string node, bool inLoading) =>
        new(SampleDay.Clock(5, 10), [.. Enumerable.Range(0, 10).Select(i => SampleDay.Task(node, 5, 10, i))], 400, inLoading);

    private static IEnumerable<(string Name, AdaptiveCard Card)> DagsOf(string words)
    {
        foreach (var (name, state, at) in Days)
        {
            var (day, moment) = Named(state, new Moment(Nasty(words), at), words);
            string?[] viewers = [null, "davi", moment.OnDuty];
            foreach (var viewer in viewers)
                yield return ($"DAG {name} for {viewer ?? "a room"}", DagCard.Build(day, moment, viewer));
            foreach (var kind in new[] { PostKind.DagPost, PostKind.DagPreview, PostKind.DagTell, PostKind.DagUnseen, PostKind.DagShown })
                yield return ($"{kind} {name}", PipelineMessages.Build(kind, day, moment, "ana", null));
            yield return ($"DAG wish {name}", PipelineMessages.Build(PostKind.DagTell, day, moment, "ana", day.Stages[0].Name));
            yield return ($"DAG loaded {name}", PipelineMessages.Build(PostKind.DagLoaded, day, moment, "ana", day.Stages[0].Name));
            foreach (var trouble in day.Troubles)
            {
                foreach (var kind in new[] { PostKind.Trouble, PostKind.TroubleLevel2, PostKind.TroubleGuild })
                    yield return ($"{kind} {name}", PipelineMessages.Build(kind, day, moment, "clara", trouble.Id));
                yield return ($"log {name}", TroubleLogCard.Build(day, trouble, moment));
                yield return ($"trouble {name}", TroubleCard.Build(day, trouble with { Same = null }, moment, "ana"));
            }
            yield return ($"DAG preview {name} a day later", DagPreviewCard.Build(day with { PostedAt = null }, moment with { Now = SampleDay.Clock(9) + Duration.FromDays(1) }));
            yield return ($"DAG note form {name}", DagNoteForm.Build(day, moment));
            yield return ($"DAG tell {name}", DagTellCard.Build(day, moment));
        }

        var (healthy, now) = Named(SampleDay.Complete, new Moment(Nasty(words), SampleDay.Clock(12)), words);
        yield return ("DAG history", DagHistoryCard.Build(now, new Uri("https://bot.example/dag/x/data-infra.png?v=y"), [healthy]));
        yield return ("DAG history of nothing", DagHistoryCard.Build(now, new Uri("https://bot.example/dag/x/data-infra.png?v=y"), []));
    }

    /// <summary>The second stage, its failed tasks and the note are those words.</summary>
    private static (PipelineDay Day, Moment Moment) Named(PipelineDay day, Moment moment, string words)
    {
        string Of(string stage) => stage == SampleDay.Finance ? words : stage;
        var settings = moment.Squad.Pipeline!;
        return (
            day with
            {
                Notes = day.Notes.Count == 0 && day.PostedAt is null ? [] : [.. day.Notes, SampleDay.Note(words)],
                Unseen = day.Unseen is { } unseen ? unseen with { Why = words } : null,
                Usual = [.. day.Usual.Select(u => u with { Name = Of(u.Name) })],
                Troubles = [.. day.Troubles.Select(t => t with { Stage = t.Stage is null ? null : Of(t.Stage), Same = t.Same is { } same ? same with { Title = words } : null })],
                Stages =
                [
                    .. day.Stages.Select(s => s with
                    {
                        Name = Of(s.Name),
                        WaitsFor = [.. s.WaitsFor.Select(Of)],
                        Missing = [.. s.Missing.Select(_ => words)],
                        Failure = s.Failure is { } failure ? failure with { Tasks = [.. failure.Tasks.Select(t => t with { Id = words })] } : null,
                    }),
                ],
            },
            moment with { Squad = moment.Squad with { Pipeline = settings with { Stages = [.. settings.Stages.Select(s => s with { Name = Of(s.Name) })] } } });
    }
}
