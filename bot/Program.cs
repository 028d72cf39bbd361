using Hausmeister.Bot.Channels;
using Hausmeister.Bot.Channels.BotFramework;
using Hausmeister.Bot.Channels.Calendar;
using Hausmeister.Bot.Channels.Slack;
using Hausmeister.Bot.Channels.WebChat;
using Hausmeister.Bot.Configuration;
using Hausmeister.Bot.Duties;
using Hausmeister.Bot.Hosting;
using Hausmeister.Bot.Turns;

StartProblems.TellPlainly();
if (DataCommand.In(args) is { } command)
    return command.Run();

var builder = WebApplication.CreateBuilder(args).AddHost();
var options = builder.AddConfiguration();
builder.Services
    .AddStorage(options)
    .AddTracker(options)
    .AddPipeline(options)
    .AddSearch()
    .AddHealth()
    .AddTurns()
    .AddBot()
    .AddChannels(options)
    .AddDuties(options.PublicAddress);

var app = builder.Build();
app.UseLongBodies();
app.UseStopGate();
app.UseRateLimiter();
app.UseStorageTrouble();
app.MapHealth();
app.MapClock();
app.MapBotFramework();
app.MapSlack();
app.UseWebChat();
app.MapIssuePages();
app.MapRotaFeeds();
app.Run();
return 0;
