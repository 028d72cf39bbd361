// Prints each event of an iCalendar file as Thunderbird's library reads it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../peers/package.json', import.meta.url));
const { default: ICAL } = await import(require.resolve('ical.js'));
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, 'utf8')));
const utc = time => time.toJSDate().toISOString().replace('.000Z', 'Z');
for (const event of calendar.getAllSubcomponents('vevent').map(c => new ICAL.Event(c))) {
  console.log(`${event.summary}|${utc(event.startDate)}|${utc(event.endDate)}`);
}
