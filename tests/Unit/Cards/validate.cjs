// Reads [{name, card}] and prints, for each card that is not flawless, what Microsoft's own library has against it.
const { join } = require('node:path');
const { readFileSync } = require('node:fs');

globalThis.self = globalThis; // The bundle is made for browsers.
const { AdaptiveCard, HostConfig, SerializationContext, Versions } = require(join(process.argv[2], 'node_modules', 'adaptivecards', 'dist', 'adaptivecards.js'));
// As many as the chat page and Teams show; the library's own default is five.
const hostConfig = new HostConfig({ actions: { maxActions: 6 } });

for (const { name, card } of JSON.parse(readFileSync(0, 'utf8'))) {
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  parsed.hostConfig = hostConfig;
  parsed.parse(card, context);
  const events = [];
  for (let i = 0; i < context.eventCount; i++) events.push(context.getEventAt(i).message);
  const failures = parsed.validateProperties().validationEvents.map(event => event.message);
  for (const message of [...events, ...failures]) console.log(`${name}: ${message}`);
}
