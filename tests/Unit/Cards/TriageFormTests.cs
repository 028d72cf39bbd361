using System.Text.Json.Nodes;
using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Cards.Rendering;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Tests.Cards;

/// <summary>The forms with which a triage begins in Slack, in each of their states.</summary>
public sealed class TriageFormTests
{
    private static readonly string Looks = Path.Combine(Checkout.Root, "tests", "Unit", "Cards", "Looks", "forms");

    private static readonly Moment Now = new(SampleSquad.WithoutOverrides, SampleSquad.At(2026, 11, 26, 10, 4));

    private static readonly TriageDraft Message = new()
    {
        CaseId = "", What = "Contracts has duplicated rows since Tuesday", Reporter = "Davi", Details = "https://acme.slack.com/files/U0DAVI/F0ROWS/rows.png",
    };

    public static TheoryData<string> Names => [.. Forms.Keys];

    private static Dictionary<string, AdaptiveCard> Forms => new()
    {
        ["triage"] = OfMember(Message),
        ["triage-empty"] = OfMember(new TriageDraft { CaseId = "" }),
        ["triage-not-sure"] = OfMember(Message with { Unsure = true }),
        ["triage-question"] = OfMember(Message with { Kind = TriageDraft.Question }),
        ["triage-service"] = OfMember(Message with { Kind = TriageDraft.Service, Priority = "P3" }),
        ["guest"] = GuestBeginForm.Build(Message, [Now]),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_form_is_the_one_that_was_looked_at(string name)
    {
        var modal = BlockKit.Modal(Forms[name], place: null, TriageBeginForm.Followed).ToJson();

        JsonDifference.Between(JsonNode.Parse(File.ReadAllText(Path.Combine(Looks, $"{name}.json"))), JsonNode.Parse(modal)).ShouldBeEmpty();
    }

    private static AdaptiveCard OfMember(TriageDraft draft) => TriageBeginForm.Build(draft, [Now], new Person("bruno", "Bruno", IsGuest: false));
}
