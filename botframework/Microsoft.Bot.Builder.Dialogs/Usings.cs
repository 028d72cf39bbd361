global using Microsoft.Bot.Schema;
