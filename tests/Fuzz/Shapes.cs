using System.Text.Json.Nodes;

namespace Hausmeister.Fuzz;

/// <summary>Honest activities, each with as many members as its kind can have: what the grammar then spoils.</summary>
internal static class Shapes
{
    /// <summary>Stands in everything that is made up, so that the log can be searched for it.</summary>
    public const string Mark = "okapi";

    private const int Conversations = 300;

    private static readonly string[] Texts =
    [
        "help", "who", "next", "cases", "issues", "triage Okapi rows are doubled", "p4 Okapi is down", "question Where is okapi?", "1", "2", "3", "4", "P3", "back", "cancel",
        "start over", "yes", "no", "create", "note 1 okapi", "give 1 to bruno", "priority 1 P2", "fixed 1", "swap", "swap for bruno", "cover tomorrow", "cover Fri 27 Nov 25:00 to okapi", "take over", "ill", "well",
        "dag", "dag history", "handoff", "handoff history", "handoff to davi", "rota", "rota picture", "fairness", "Hausmeister, help", "<at>Hausmeister</at> okapi", "",
    ];

    private static readonly string[] Verbs =
    [
        "triage.start", "triage.p4", "triage.p3", "triage.create", "triage.back", "triage.cancel", "triage.title", "question.show", "question.send", "guest.ask", "guest.send", "issue.show",
        "issue.note", "issue.noteSave", "issue.giveTo", "issue.priority", "issue.p4", "issue.fixedSave", "issue.pullInAsk", "progress.moving", "progress.waitingSave", "level2.ask", "level2.join",
        "help.coming", "docs.create", "help", "cases", "okapi", "dag", "dag.history", "dag.refresh", "dag.tell", "dag.tell.stage", "dag.post", "dag.note", "dag.note.save", "trouble.onIt", "trouble.log", "trouble.add", "trouble.triage", "handoff.confirm", "handoff.take", "handoff.ask", "handoff.ask.send", "handoff.answer", "handoff.hold", "handoff.appoint",
        "handoff.appoint.to", "handoff.notes", "handoff.draft", "handoff.stay.save", "handoff.open", "ready.yes", "ready.swap", "rota.swap.offer", "rota.cover.dates", "rota.cover.offer",
        "rota.cover.take", "rota.pass", "rota.ill", "rota.picture", "offer.accept", "offer.cant", "offer.appoint", "ill.today", "ill.open",
    ];

    private static readonly string[] Ids =
    [
        "id-0", "id-1", "data-infra/1", "data-infra/2#ana-1", "data-infra/2026-11-27T20:00:00Z", "data-infra/2026-11-27T20:00:00Z#ana-1", "data-infra/ana", "data-infra/okapi", "data-infra/2026-11-26", "data-infra/2026-11-27", "data-infra/2026-11-26/financial-reports", "data-infra/2026-11-26/run",
        "data-infra/1796000000-1796100000", "data-infra/1796000000-99999999999999999", "data-infra/-1", "data-infra/", "okapi/1",
    ];

    private static readonly string[] Inputs = ["title", "details", "reporter", "priority", "note", "member", "members", "what", "why", "tried", "day", "time", "answer", "question", "source", "shift", "with", "hours", "start", "watch", "note_ana-1", "note_dag", "stage", "text", "fromDate", "toTime"];

    public static JsonObject Activity(Random random, string serviceUrl, int number)
    {
        var activity = Frame(random, serviceUrl, number);
        switch (random.Next(8))
        {
            case 0 or 1 or 2:
                activity["type"] = "message";
                activity["text"] = Text(random);
                break;
            case 3:
                activity["type"] = "message";
                activity["value"] = Data(random);
                break;
            case 4 or 5:
                activity["type"] = "invoke";
                activity["name"] = "adaptiveCard/action";
                activity["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = Of(random, Verbs), ["data"] = Data(random) }, ["trigger"] = "manual" };
                break;
            case 6:
                activity["type"] = Of(random, ["conversationUpdate", "installationUpdate"]);
                activity["action"] = "add";
                activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:okapi", ["name"] = "Okapi" }, new JsonObject { ["id"] = "28:hausmeister" });
                activity["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = "29:other" });
                break;
            default:
                activity["type"] = Of(random, ["event", "typing", "messageReaction", "messageUpdate", "messageDelete", "endOfConversation", "command", "handoff", "trace", "okapi", "invoke"]);
                activity["name"] = Of(random, ["okapi", "composeExtension/query", "task/fetch", "signin/verifyState", "ContinueConversation"]);
                activity["value"] = Data(random);
                activity["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" });
                break;
        }

        return activity;
    }

    /// <summary>What Web Chat posts.</summary>
    public static JsonObject Post(Random random, int number) => new()
    {
        ["type"] = Of(random, ["message", "message", "message", "typing", "event"]),
        ["text"] = random.Next(3) == 0 ? null : Text(random),
        ["value"] = random.Next(2) == 0 ? null : Data(random),
        ["from"] = new JsonObject { ["id"] = "okapi", ["role"] = "bot" },
        ["locale"] = "en-US",
        ["textFormat"] = "plain",
        ["channelData"] = new JsonObject { ["clientActivityID"] = $"id-{number}", ["postBack"] = true },
        ["entities"] = new JsonArray(new JsonObject { ["type"] = "ClientCapabilities", ["supportsListening"] = true }),
    };

    private static JsonObject Frame(Random random, string serviceUrl, int number)
    {
        var place = random.Next(Conversations);
        return new JsonObject
        {
            ["id"] = $"id-{number}",
            ["timestamp"] = "2026-11-26T13:00:00Z",
            ["localTimestamp"] = "2026-11-26T10:00:00-03:00",
            ["channelId"] = "msteams",
            ["serviceUrl"] = serviceUrl,
            ["locale"] = "en-US",
            ["textFormat"] = "plain",
            ["replyToId"] = "okapi-0",
            ["deliveryMode"] = "normal",
            ["from"] = new JsonObject { ["id"] = $"29:id-{place}", ["name"] = "Okapi", ["aadObjectId"] = $"id-{place}" , ["role"] = "user" },
            ["recipient"] = new JsonObject { ["id"] = "28:hausmeister", ["name"] = "Hausmeister" },
            ["conversation"] = new JsonObject { ["id"] = $"id-{place}", ["conversationType"] = place % 3 == 0 ? "channel" : "personal", ["isGroup"] = place % 3 == 0, ["tenantId"] = "okapi" },
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["text"] = "<at>Hausmeister</at>", ["mentioned"] = new JsonObject { ["id"] = "28:hausmeister", ["name"] = "Hausmeister" } }),
            ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = "<p>okapi</p>" }),
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "okapi" }, ["team"] = new JsonObject { ["id"] = "okapi" }, ["eventType"] = "teamRenamed" },
        };
    }

    private static JsonObject Data(Random random)
    {
        var data = new JsonObject { ["verb"] = Of(random, Verbs), ["id"] = Of(random, Ids), ["rev"] = random.Next(5), ["card"] = "okapi-0" };
        for (var count = random.Next(4); count > 0; count--)
            data[Of(random, Inputs)] = random.Next(3) == 0 ? "P4" : "okapi";
        return data;
    }

    private static string Text(Random random) => Of(random, Texts);

    private static string Of(Random random, string[] from) => from[random.Next(from.Length)];
}
