using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Hausmeister.Integrations.Airflow.Recordings;

/// <summary>
/// One night's run as it stands now. What the recording has in minutes is stretched over the night: a moment was read when it comes in the night, and times
/// between two moments lie between them in the same way. So they keep their order, and none is later than now.
/// </summary>
internal sealed class RecordedNight
{
    private readonly Instant due;
    private readonly Instant now;
    private readonly List<(Instant Recorded, Instant Played)> steps = [];

    public RecordedNight(Recording recording, Instant due, IReadOnlyList<(Duration After, string Moment)> plan, Instant now)
    {
        (this.due, this.now) = (due, now);
        foreach (var (after, name) in plan.TakeWhile(step => due + step.After <= now))
        {
            // One version's recording lacks some.
            if (recording.Moment(name) is not { } moment) continue;
            // A night says of a failure when it happened, not when somebody read of it.
            if (moment.FailedAt is { } failed) steps.Add((failed, due + after));
            steps.Add((moment.ReadAt, due + after));
            Moment = moment;
        }
    }

    /// <summary>The last one that has come.</summary>
    public RecordedMoment Moment { get; private set; } = null!;

    public string RunId => Moved(Moment.Run.GetProperty("dag_run_id"));

    /// <summary>As it was recorded, with every date and time moved to this night.</summary>
    public void Write(Utf8JsonWriter json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    json.WritePropertyName(member.Name);
                    Write(json, member.Value);
                }
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Write(json, item);
                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(Moved(value));
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    private string Moved(JsonElement text) => RecordedTime.Of(text) is { } time ? Moved(time, text.GetString()!) : MovedId(text.GetString()!);

    private string Moved(Instant time, string written) => RecordedTime.Write(IsOfSchedule(time) ? time + (due - Moment.Due) : Played(time), written);

    // A run's id ends with a time of the schedule.
    private string MovedId(string text)
    {
        const string run = "scheduled__";
        if (!text.StartsWith(run, StringComparison.Ordinal)) return text;
        var time = OffsetDateTimePattern.Rfc3339.Parse(text[run.Length..]).Value.ToInstant();
        return run + Moved(time, text);
    }

    // Nothing but the schedule is that punctual.
    private bool IsOfSchedule(Instant time) => time.InUtc().TimeOfDay == Moment.Due.InUtc().TimeOfDay;

    private Instant Played(Instant time)
    {
        var next = steps.FindIndex(step => step.Recorded >= time);
        return next switch
        {
            < 0 => Instant.Min(now, steps[^1].Played + (time - steps[^1].Recorded)),
            0 => steps[0].Played,
            _ => Between(steps[next - 1], steps[next], time),
        };
    }

    private static Instant Between((Instant Recorded, Instant Played) before, (Instant Recorded, Instant Played) after, Instant time) =>
        before.Played + ((after.Played - before.Played) * ((time - before.Recorded) / (after.Recorded - before.Recorded)));
}
