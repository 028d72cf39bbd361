using System.Text;
using BenchmarkDotNet.Attributes;
using Hausmeister.BotFramework;
using Microsoft.Bot.Schema;

namespace Hausmeister.Benchmarks.Micro;

/// <summary>A message as Teams sends it, between bytes and object.</summary>
public class ActivityBenchmark
{
    private readonly byte[] bytes = Encoding.UTF8.GetBytes(
        """
        {"type":"message","id":"1485983408511","timestamp":"2026-11-26T13:04:05.123Z","localTimestamp":"2026-11-26T10:04:05.123-03:00",
        "serviceUrl":"https://smba.trafficmanager.net/br/","channelId":"msteams","text":"triage contracts has duplicated rows since Tuesday","textFormat":"plain",
        "locale":"en-US","from":{"id":"29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgFmB39ATiQWA85gQtHieVkKilBZ9XHoq9j7Zaqt7CZ-NJWi7me2kHTL3Bw","name":"Ana",
        "aadObjectId":"00000000-0000-4000-8000-000000000001"},"recipient":{"id":"28:c9e8c047-2a74-40a2-b28a-b162d5f5327c","name":"Hausmeister"},
        "conversation":{"id":"a:17I0kl9EkpE1O9PH5TWrzrLNwnWWcfrU7QZjKR0WSfOpzbfcAg2IaydGElSo10tVr4C7Fc6GtieTJX663WuJCc1uA83n4CSrHSgGBj5XNYLcVlJAs2ZX8DbYBPck201w-",
        "conversationType":"personal","tenantId":"00000000-0000-4000-8000-000000000002"},"channelData":{"tenant":{"id":"00000000-0000-4000-8000-000000000002"}},
        "entities":[{"type":"clientInfo","locale":"en-US","country":"BR","platform":"Windows","timezone":"America/Sao_Paulo"}]}
        """);

    private readonly Activity activity;

    public ActivityBenchmark() => activity = Parse();

    [Benchmark]
    public Activity Parse() => BotJson.FromUtf8<Activity>(bytes);

    [Benchmark]
    public byte[] Write() => BotJson.ToUtf8(activity);
}
