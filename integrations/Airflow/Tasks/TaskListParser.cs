using System.Text.Json;
using NodaTime;

namespace Hausmeister.Integrations.Airflow.Tasks;

/// <summary>
/// Reads a page of task instances of either version, in pieces as they come from the network. A run may have tens of thousands of rows of 1.3 KB each:
/// there is no object and no text for a row.
/// </summary>
internal sealed class TaskListParser(RunTally tally)
{
    // Where CurrentDepth stands at the answer's members, at a row's braces and at a row's members.
    private const int AtAnswer = 1;
    private const int AtRow = 2;
    private const int AtMember = 3;

    // Rendered arguments and configurations can be nested deeply; nobody reads them.
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = 1_000 });
    private Member member;
    private TaskRow row;
    private bool inRows;
    private bool hadRows;
    private bool hadTotal;

    private enum Member : byte
    {
        /// <summary>Nobody needs its value.</summary>
        Other,
        Rows,
        Total,
        TaskId,
        MapIndex,
        State,
        TryNumber,
        MaxTries,
        Duration,
        StartDate,
        EndDate,
    }

    /// <returns>How many bytes were read; the rest is the beginning of something and is to come again, with more behind it.</returns>
    /// <exception cref="JsonException">It is not JSON, or no list of task instances.</exception>
    public int Read(ReadOnlySpan<byte> bytes, bool isLast)
    {
        var reader = new Utf8JsonReader(bytes, isLast, state);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName) member = MemberAt(ref reader);
            else if (member != Member.Other || reader.CurrentDepth <= AtRow) Take(ref reader);
        }
        state = reader.CurrentState;
        if (isLast && !(hadRows && hadTotal)) throw NotAList();
        return (int)reader.BytesConsumed;
    }

    private static JsonException NotAList() => new("It is no list of task instances.");

    private Member MemberAt(ref Utf8JsonReader reader) => reader.CurrentDepth switch
    {
        AtMember when inRows => OfRow(Text(ref reader)),
        AtAnswer => OfAnswer(Text(ref reader)),
        _ => Member.Other,
    };

    private static Member OfAnswer(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("task_instances"u8) ? Member.Rows : name.SequenceEqual("total_entries"u8) ? Member.Total : Member.Other;

    // By the length first: of some forty members eight are read.
    private static Member OfRow(ReadOnlySpan<byte> name) => name.Length switch
    {
        5 when name.SequenceEqual("state"u8) => Member.State,
        7 when name.SequenceEqual("task_id"u8) => Member.TaskId,
        8 when name.SequenceEqual("end_date"u8) => Member.EndDate,
        8 when name.SequenceEqual("duration"u8) => Member.Duration,
        9 when name.SequenceEqual("map_index"u8) => Member.MapIndex,
        9 when name.SequenceEqual("max_tries"u8) => Member.MaxTries,
        10 when name.SequenceEqual("start_date"u8) => Member.StartDate,
        10 when name.SequenceEqual("try_number"u8) => Member.TryNumber,
        _ => Member.Other,
    };

    private void Take(ref Utf8JsonReader reader)
    {
        if (member == Member.Other) TakeFrame(ref reader);
        else if (member == Member.Rows) BeginRows(ref reader);
        else if (member == Member.Total) EndTotal(ref reader);
        else TakeValue(ref reader);
        member = Member.Other;
    }

    private void TakeFrame(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType, reader.CurrentDepth)
        {
            case (JsonTokenType.StartObject, AtRow) when inRows:
                row = new();
                break;
            case (JsonTokenType.EndObject, AtRow) when inRows:
                EndRow();
                break;
            case (JsonTokenType.EndArray, AtAnswer):
                inRows = false;
                break;
            case (_, AtRow) when inRows:
            case (not (JsonTokenType.StartObject or JsonTokenType.EndObject), 0):
                throw NotAList();
        }
    }

    private void BeginRows(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw NotAList();
        inRows = hadRows = true;
    }

    private void EndTotal(ref Utf8JsonReader reader)
    {
        tally.Total = Number(ref reader) ?? throw NotAList();
        hadTotal = true;
    }

    private void EndRow()
    {
        if (row.Task is null || row.State is null) throw NotAList();
        tally.Add(row);
    }

    private void TakeValue(ref Utf8JsonReader reader)
    {
        switch (member)
        {
            case Member.TaskId: row.Task = tally.TaskOf(Name(ref reader)); break;
            case Member.State: row.State = reader.TokenType == JsonTokenType.Null ? RowState.None : RowState.Of(Name(ref reader)); break;
            case Member.MapIndex: row.MapIndex = Number(ref reader) ?? -1; break;
            case Member.TryNumber: row.TryNumber = Number(ref reader) ?? 0; break;
            case Member.MaxTries: row.MaxTries = Number(ref reader) ?? 0; break;
            case Member.Duration: row.Lasted = IsMoreThanNone(ref reader); break;
            case Member.StartDate: row.StartedAt = Time(ref reader); break;
            case Member.EndDate: row.EndedAt = Time(ref reader); break;
        }
    }

    private static ReadOnlySpan<byte> Name(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String ? Text(ref reader) : throw NotAList();

    private static ReadOnlySpan<byte> Text(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped) return reader.ValueSpan;
        var plain = new byte[reader.ValueSpan.Length];
        return plain.AsSpan(0, reader.CopyString(plain));
    }

    private static int? Number(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.Number when reader.TryGetInt32(out var number) => number,
        _ => throw NotAList(),
    };

    private static bool IsMoreThanNone(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => false,
        JsonTokenType.Number => reader.ValueSpan.ContainsAnyInRange((byte)'1', (byte)'9'),
        _ => throw NotAList(),
    };

    private static Instant? Time(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String when reader.TryGetDateTimeOffset(out var time) => Instant.FromDateTimeOffset(time),
        _ => throw NotAList(),
    };
}
