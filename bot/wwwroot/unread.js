// How many messages of each room nobody has looked at. The mark of what was read outlives the tab; it is kept per person, because in Development one
// browser plays several.
export function createUnread(you, now) {
  const key = `hausmeister.read.${you}`;
  const known = new Map();
  const waiting = new Map();
  let marks = load();

  function load() {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}');
    // A mark from a clock that ran ahead would hide every message until then.
    return Object.fromEntries(Object.entries(kept).map(([room, at]) => [room, Math.min(at, now)]));
  }

  const of = (map, room, empty) => map.get(room) ?? map.set(room, empty()).get(room);

  return {
    arrived(room, { id, type, timestamp, from }) {
      const unread = of(waiting, room, () => new Map());
      const seen = of(known, room, () => new Set());
      if (type !== 'message') unread.delete(id);
      else if (!seen.has(id) && from.id !== you && from.role !== 'user') {
        const at = Date.parse(timestamp);
        // A first visit has read everything there was before it.
        if (at > (marks[room] ?? now)) unread.set(id, at);
      }
      if (type === 'message') seen.add(id);
    },
    read(room) {
      const unread = of(waiting, room, () => new Map());
      const newest = Math.max(marks[room] ?? now, ...unread.values());
      unread.clear();
      if (newest === marks[room]) return;
      marks = { ...marks, [room]: newest };
      localStorage.setItem(key, JSON.stringify(marks));
    },
    /** Another tab of the same person has read something. */
    readElsewhere() {
      marks = JSON.parse(localStorage.getItem(key) ?? '{}');
      for (const [room, unread] of waiting) for (const [id, at] of unread) if (at <= marks[room]) unread.delete(id);
    },
    count: room => waiting.get(room)?.size ?? 0,
  };
}
