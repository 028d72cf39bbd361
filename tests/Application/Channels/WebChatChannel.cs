using System.Text.Json;
using Hausmeister.ApplicationTests.House;
using Hausmeister.ApplicationTests.WebChat;
using Microsoft.Playwright;

namespace Hausmeister.ApplicationTests.Channels;

/// <summary>The local web chat: each person has a window of their own in a browser.</summary>
internal sealed class WebChatChannel(BotProcess bot, IBrowserContext context) : IChannel
{
    public string Name => "Web Chat";

    public BotProcess Bot => bot;

    public static async Task<WebChatChannel> OpenAsync(BotProcess bot, Browser browser) => new(bot, await browser.OpenAsync());

    public async Task<IChannelPerson> ArriveAsync(string person, IReadOnlyCollection<Room> rooms)
    {
        var window = await PageWindow.OpenAsync(context, bot, person);
        await window.ReadsAsync("Hello");
        return new Person(window);
    }

    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        await bot.DisposeAsync();
    }

    private sealed class Person(PageWindow window) : IChannelPerson
    {
        private Room here = Room.Private;

        public async Task SayAsync(string text)
        {
            await EnterAsync(Room.Private);
            await window.SayAsync(text);
        }

        /// <summary>A row is known by what its tap does, which stands there as its tooltip.</summary>
        public async Task TapAsync(string button, int nth)
        {
            await EnterAsync(Room.Private);
            var page = window.Page;
            var found = page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Or(page.GetByTitle(button, new() { Exact = true }));
            await page.Locator(".webchat__basic-transcript__activity").Filter(new() { Has = found, Visible = true }).Last.Locator(found).Nth(nth - 1).ClickAsync();
        }

        public Task FillAsync(string field, string text) => window.FillAsync(field, text);

        /// <summary>A list to unfold, else choices that all stand there.</summary>
        public async Task ChooseAsync(string field, string choice)
        {
            var list = window.Page.GetByRole(AriaRole.Combobox, new() { Name = field }).Last;
            if (await list.IsVisibleAsync())
                await list.SelectOptionAsync(new SelectOptionValue { Label = choice });
            else
                await window.Page.GetByRole(AriaRole.Radio, new() { Name = choice }).Last.CheckAsync();
        }

        public async Task<IReadOnlyList<Heard>> HeardAsync(Room room)
        {
            await EnterAsync(room);
            var shown = await window.Page.EvaluateAsync<JsonElement>(PageWords.Script);
            return [.. shown.EnumerateArray().Select(PageWords.Read)];
        }

        private async Task EnterAsync(Room room)
        {
            if (room == here)
                return;
            await window.EnterAsync(room switch { Room.Guild => "guild", Room.Announcements => "announcements", _ => "Me and Hausmeister" });
            here = room;
        }
    }
}
