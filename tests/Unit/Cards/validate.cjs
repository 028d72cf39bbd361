// Reads [{name, card}] and prints, for each card that is not flawless, what Microsoft's own library has against it.
const { join } = require('node:path');
const { readFileSync } = require('node:fs');

globalThis.self = globalThis; // The bundle is made for browsers.
const library = require(join(process.argv[2], 'node_modules', 'adaptivecards', 'dist', 'adaptivecards.js'));
const { AdaptiveCard, GlobalRegistry, HostConfig, SerializationContext, Versions } = library;
// As many as the chat page and Teams show; the library's own default is five.
const hostConfig = new HostConfig({ actions: { maxActions: 6 } });
// Parts that stand in one place only, and so in no registry.
const parts = { AdaptiveCard, Column: library.Column, TableRow: library.TableRow, TableCell: library.TableCell };
// What holds other elements is read by code of its own and stands in no schema.
const holders = ['body', 'actions', 'items', 'columns', 'rows', 'cells', 'inlines', 'fallback'];

for (const { name, card } of JSON.parse(readFileSync(0, 'utf8'))) {
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  parsed.hostConfig = hostConfig;
  parsed.parse(card, context);
  const events = [];
  for (let i = 0; i < context.eventCount; i++) events.push(context.getEventAt(i).message);
  const failures = parsed.validateProperties().validationEvents.map(event => event.message);
  for (const message of [...events, ...failures, ...unknownMembers(card)]) console.log(`${name}: ${message}`);
}

// The library reads over a member that it does not know, or that is newer than the version; its schemas name all that it knows.
function unknownMembers(node) {
  if (Array.isArray(node)) return node.flatMap(unknownMembers);
  if (typeof node !== 'object' || node === null) return [];
  const known = membersOf(node.type);
  return Object.entries(node).flatMap(([member, value]) => [
    ...(known && !known.has(member) ? [`${node.type} has no ${member} in 1.5`] : []),
    ...(member === 'data' ? [] : unknownMembers(value)),
  ]);
}

function membersOf(type) {
  const made = parts[type] ? new parts[type]() : GlobalRegistry.elements.createInstance(type, Versions.v1_5) ?? GlobalRegistry.actions.createInstance(type, Versions.v1_5);
  if (!made) return null;
  const schema = made.getSchema();
  const members = Array.from({ length: schema.getCount() }, (_, i) => schema.getItemAt(i));
  return new Set([...members.filter(({ targetVersion }) => targetVersion.compareTo(Versions.v1_5) <= 0).map(({ name }) => name), ...holders]);
}
