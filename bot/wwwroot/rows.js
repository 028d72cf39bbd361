// What stands around a row of the transcript: who wrote it, and when in the squad's zone.
// The bundle exports no React, so the elements that Web Chat made are copied with our own content in them.
import { squadTime } from './time.js';

const drawn = (made, type, props) => ({ ...made, type, key: null, ref: null, props });

/** Web Chat draws every `user` as the one who looks; somebody else's words in a room of several stand on the other side, with their name. */
export function asSeenBy(you, activity) {
  const { from, text, channelData } = activity;
  if (from.role !== 'user' || from.id === you.id) return activity;
  return { ...activity, from: { ...from, role: 'bot' }, channelData: { ...channelData, person: from.name, 'webchat:fallback-text': `${from.name}: ${text ?? ''}` } };
}

const person = activity => activity.channelData?.person;

export const middlewares = timeZone => ({
  activityStatusMiddleware: () => next => args => status(next(args), args, timeZone),
  avatarMiddleware: () => next => args => avatar(next(args), args.activity),
  groupActivitiesMiddleware: () => next => args => byAuthor(next(args)),
});

function status(made, { activity, hideTimestamp, sendState }, timeZone) {
  if (!made?.props || !activity.timestamp || hideTimestamp || (sendState && sendState !== 'sent')) return made;
  const time = squadTime(activity.timestamp, timeZone);
  return drawn(made, 'time', { className: 'squad-time', dateTime: activity.timestamp, children: person(activity) ? `${person(activity)} · ${time}` : time });
}

function avatar(render, activity) {
  if (!render || !person(activity)) return render;
  return () => drawn(render(), 'div', { className: 'person', 'aria-hidden': true, children: [...person(activity)][0] });
}

const byAuthor = groups => Object.fromEntries(Object.entries(groups).map(([kind, rows]) => [kind, rows.flatMap(splitByAuthor)]));

function splitByAuthor(rows) {
  const groups = [];
  rows.forEach((row, at) => {
    if (at && rows[at - 1].from.id === row.from.id) groups.at(-1).push(row); else groups.push([row]);
  });
  return groups;
}
