using Hausmeister.Bot.Channels.WebChat.Page;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddChatPage();

var app = builder.Build();
app.MapChatPage();
app.Run();
