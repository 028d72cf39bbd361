// The page: asks the server who is here, opens every room, and lets the parts know what changed.
import { keepConnected } from './connection.js';
import { showDuty } from './duty.js';
import { createRoom } from './room.js';
import { loadMe, rememberMe } from './session.js';
import { showWhatTheLinkNames } from './show.js';
import { createSide } from './side.js';
import { createUnread } from './unread.js';

const everyMinute = 60_000;
const soon = 500;
const notTaken = 'Hausmeister cannot take anything at the moment. Please try again in a few minutes.';
const notice = document.getElementById('notice');
const me = await firstMe();
rememberMe(me.you);
const unread = createUnread(me.you.id, me.rooms, Date.parse(me.now));
const rooms = me.rooms.map(room => createRoom(room, me, activity => arrived(room.id, activity), posted));
const side = createSide(me, show);
let shown = me.rooms[0].id;
let lookSoon;

showDuty(me);
rooms.forEach(room => document.getElementById('chats').append(room.element));
show(shown);
// The room that is looked at comes first: each further one costs the browser as much again.
for (const room of rooms) room.open();
showWhatTheLinkNames(rooms[0]);
keepConnected(rooms, loadMe, lost => { notice.textContent = lost ? 'Hausmeister is away. Reconnecting…' : ''; });

for (const query of ['(prefers-color-scheme: dark)', '(max-width: 720px)']) matchMedia(query).addEventListener('change', () => rooms.forEach(room => room.draw()));
document.addEventListener('visibilitychange', () => { if (!document.hidden) { read(); refreshDuty(); } });
addEventListener('focus', refreshDuty);
addEventListener('storage', () => { unread.readElsewhere(); count(); });
setInterval(refreshDuty, everyMinute);

async function firstMe() {
  for (;;) {
    try {
      const answer = await loadMe();
      notice.textContent = '';
      return answer;
    } catch {
      notice.textContent = 'Hausmeister is starting…';
      await new Promise(resolve => setTimeout(resolve, 1000));
    }
  }
}

function show(id) {
  shown = id;
  rooms.forEach(room => { room.element.hidden = room.id !== id; });
  document.getElementById('room-name').textContent = rooms.find(room => room.id === id).name;
  side.current(id);
  read();
}

function arrived(id, activity) {
  // Whatever arrives is stored, so things are taken again; and an answer may come later than the post waited.
  posted(true);
  unread.arrived(id, activity);
  if (id === shown) read(); else count();
  // What came may be about who is on duty.
  clearTimeout(lookSoon);
  lookSoon = setTimeout(refreshDuty, soon);
}

function posted(taken) {
  if (!taken) notice.textContent = notTaken;
  else if (notice.textContent === notTaken) notice.textContent = '';
}

function read() {
  if (!document.hidden) unread.read(shown);
  count();
}

function count() {
  const total = side.counts(unread.count);
  document.title = `${total ? `(${total}) ` : ''}${me.squad.name} · Hausmeister`;
}

async function refreshDuty() {
  if (document.hidden) return;
  try { showDuty(await loadMe()); } catch { /* An outage is told by its own notice. */ }
}
