// Draws Slack messages as people see them, as one page on the standard output:
//   node tests/peers/draw-slack.mjs tests/Unit/Cards/Looks/slack > sheet.html
// of a folder of *.json, or without one of [{name, json}] on the standard input. The browser's preference chooses light or dark, its width how many stand side by side.
// What the library draws otherwise than Slack does is said in docs/slack-blocks.md.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { json } from 'node:stream/consumers';

const require = createRequire(import.meta.url);
const { createElement } = require('react');
const { renderToStaticMarkup } = require('react-dom/server');
const { Message } = require('slack-blocks-to-jsx');
const styles = readFileSync(require.resolve('slack-blocks-to-jsx/dist/style.css'), 'utf8');

const [folder] = process.argv.slice(2);
const messages = folder
  ? readdirSync(folder).filter(file => file.endsWith('.json')).sort().map(file => ({ name: basename(file, '.json'), json: JSON.parse(readFileSync(join(folder, file), 'utf8')) }))
  : await json(process.stdin);

// The library hides what is marked as verbatim.
const withoutVerbatim = blocks => JSON.parse(JSON.stringify(blocks, (name, value) => (name === 'verbatim' ? undefined : value)));
const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function draw({ name, json: message }) {
  try {
    const blocks = createElement(Message, { blocks: withoutVerbatim(message.blocks), logo: '', name: 'Hausmeister', time: new Date('2026-11-26T10:04:00'), withoutWrapper: true });
    return `<figure data-name="${escaped(name)}"><figcaption>${escaped(name)}</figcaption>${renderToStaticMarkup(blocks)}</figure>`;
  } catch (error) {
    throw new Error(`${name}: ${error.message}`, { cause: error });
  }
}

process.stdout.write(`<!doctype html>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Messages in Slack</title>
<style>${styles}</style>
<style>
  body { margin: 16px; font: 15px/22px Lato, Inter, sans-serif; background: #fff; color: #1d1c1d; columns: 560px; column-gap: 24px; }
  body[data-theme=dark] { background: #1a1d21; color: #d1d2d3; }
  figure { margin: 0 0 24px; break-inside: avoid; }
  /* As Slack does with a word that has no room; the library lets it widen everything. */
  figure * { overflow-wrap: anywhere !important; }
  figcaption { font: 12px/18px monospace; opacity: .6; }
</style>
<body>
<script>document.body.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';</script>
${messages.map(draw).join('\n')}
`);
