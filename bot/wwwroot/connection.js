// Web Chat's own status says Connected through an outage, so the page watches the sockets themselves.
const sockets = new EventTarget();

window.WebSocket = class extends WebSocket {
  constructor(url, protocols) {
    super(url, protocols);
    const conversationId = decodeURIComponent(/\/conversations\/([^/]+)\/stream/.exec(url)?.[1] ?? '');
    const tell = open => sockets.dispatchEvent(new CustomEvent('change', { detail: { conversationId, open } }));
    this.addEventListener('open', () => tell(true));
    this.addEventListener('close', () => tell(false));
  }
};

const look = 2_000;
const patience = 8_000;
const shortBreak = 1_500;

/**
 * Web Chat gives up for good on some answers (403, 404) and asks for ever on others (401), all in silence. One rule covers them: a room that has
 * no socket although the server answers gets a new connection with a fresh token.
 * @param rooms the rooms, each with `conversationId` and `connect(token)`
 * @param loadMe asks the server for this person's rooms and fresh tokens
 * @param tell is called with whether somebody should know that the server is away
 */
export function keepConnected(rooms, loadMe, tell) {
  const lost = new Set(rooms.map(room => room.conversationId));
  let watching = false;

  sockets.addEventListener('change', ({ detail: { conversationId, open } }) => {
    if (open) lost.delete(conversationId); else lost.add(conversationId);
    if (lost.size) watch(); else tell(false);
  });
  watch();

  async function watch() {
    if (watching) return;
    watching = true;
    let answeringSince = null;
    await pause(shortBreak);
    while (lost.size) {
      tell(true);
      await pause(look);
      const me = await loadMe().catch(() => null);
      answeringSince = me ? answeringSince ?? Date.now() : null;
      if (me && Date.now() - answeringSince >= patience) {
        reconnect(me);
        answeringSince = null;
      }
    }
    watching = false;
    tell(false);
  }

  function reconnect(me) {
    for (const room of rooms) {
      const fresh = me.rooms.find(({ conversationId }) => conversationId === room.conversationId);
      if (fresh && lost.has(room.conversationId)) room.connect(fresh.token);
    }
  }
}

const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
