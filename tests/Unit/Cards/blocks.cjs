// Reads [{name, json}], messages and modals, and prints where one has not the structure that Slack's own types say.
const { join } = require('node:path');
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');

const peers = createRequire(join(process.argv[2], 'package.json'));
const { createGenerator } = peers('ts-json-schema-generator');
const Ajv = peers('ajv').default;

const types = join(process.argv[2], 'node_modules', '@slack', 'types', 'dist', 'index.d.ts');
const schema = createGenerator({ path: types, type: 'ModalView', skipTypeCheck: true }).createSchema('ModalView');
const { definitions } = schema;
// Slack's types let any block pass that has a type; only those that they describe are meant here.
definitions.AnyBlock = definitions.KnownBlock;

const ajv = new Ajv({ strict: false, discriminator: false });
ajv.addSchema(schema, 'slack');
const of = type => ajv.getSchema(`slack#/definitions/${type}`);
// A block is held against its own type, or the complaint would be about all the others.
const kindOf = type => type.properties?.type?.const ?? type.anyOf?.map(kindOf).find(kind => kind);
const typeOf = Object.fromEntries(Object.entries(definitions).filter(([name]) => /^(?!Any|Known).*Block$/.test(name)).map(([name, type]) => [kindOf(type), name]));

for (const { name, json } of JSON.parse(readFileSync(0, 'utf8'))) {
  if (json.type === 'modal') check(name, 'ModalView', { ...json, blocks: [] });
  for (const block of json.blocks) {
    if (typeOf[block.type]) check(name, typeOf[block.type], block);
    else console.log(`${name}: Slack knows no ${block.type}`);
  }
}

function check(name, type, value) {
  const validate = of(type);
  if (!validate(value)) console.log(`${name}: ${type} ${ajv.errorsText(validate.errors.slice(-3))}`);
}
