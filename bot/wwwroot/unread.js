// How many messages of each room nobody has looked at. The mark of what was read outlives the tab; it is kept per person, because in Development one
// browser plays several.
export function createUnread(you, rooms, now) {
  const key = `hausmeister.read.${you}`;
  const waiting = new Map(rooms.map(({ id }) => [id, new Map()]));
  let marks;
  // A first visit has read everything there was before it; and a mark from a clock that ran ahead would hide every message until then.
  keep(Object.fromEntries(rooms.map(({ id }) => [id, Math.min(kept()[id] ?? now, now)])));

  function kept() {
    return JSON.parse(localStorage.getItem(key) ?? '{}');
  }

  function keep(changed) {
    marks = changed;
    localStorage.setItem(key, JSON.stringify(marks));
  }

  return {
    arrived(room, { id, type, timestamp, from }) {
      const unread = waiting.get(room);
      const at = Date.parse(timestamp);
      // An event with the id of a message takes the message away. An update keeps id and timestamp, so it counts once or not at all.
      if (type !== 'message') unread.delete(id);
      else if (from.id !== you && at > marks[room]) unread.set(id, at);
    },
    read(room) {
      const unread = waiting.get(room);
      if (!unread.size) return;
      keep({ ...kept(), [room]: Math.max(...unread.values()) });
      unread.clear();
    },
    /** Another tab of the same person has read something. */
    readElsewhere() {
      marks = kept();
      for (const [room, unread] of waiting) for (const [id, at] of unread) if (at <= marks[room]) unread.delete(id);
    },
    count: room => waiting.get(room).size,
  };
}
