// One room: its own Web Chat, mounted once and then only hidden, which is what keeps its place in the transcript and its socket.
import { element } from './element.js';
import { asSeenBy, middlewares } from './rows.js';
import { hostConfig, styleOptions } from './theme.js';

const connected = 2;
const { createDirectLine, createStore, renderWebChat } = window.WebChat;
// Web Chat asks for it when it loads its styles; a nonce can be read from the element only, not from its markup.
const nonce = document.querySelector('link[nonce]').nonce;

/**
 * @param room id, name, conversationId and token
 * @param me the server's answer: who is here, and the squad
 * @param arrived is called with each activity that comes in on the room's socket
 * @param posted is called after each post, with whether the server took it
 */
export function createRoom({ id, name, conversationId, token }, { you, squad }, arrived, posted) {
  // What a screen reader hears before a row; in a shared room the row itself says who.
  const speaker = id === 'me' ? 'Hausmeister' : `In ${name}`;
  const holder = element('div', { className: 'chat', hidden: true });
  const store = createStore({}, () => next => action => {
    if (action.type !== 'DIRECT_LINE/INCOMING_ACTIVITY') return next(action);
    arrived(action.payload.activity);
    return next({ ...action, payload: { ...action.payload, activity: asSeenBy(you, action.payload.activity) } });
  });
  const fixed = {
    ...middlewares(squad.timeZone), key: id, store, nonce, userID: you.id, username: you.name, locale: 'en-US',
    overrideLocalizedStrings: { ACTIVITY_BOT_SAID_ALT: `${speaker}:`, ACTIVITY_BOT_ATTACHED_ALT: `${speaker}, attached:` },
  };
  let directLine;

  function connect(token) {
    directLine = tuned(createDirectLine({ domain: `${location.origin}/v3/directline`, token, conversationId, watermark: directLine?.watermark }), posted);
    draw();
  }

  function draw() {
    renderWebChat({ ...fixed, directLine, styleOptions: styleOptions(), adaptiveCardsHostConfig: hostConfig() }, holder);
  }

  /** Does what a button with this data would do, once there is a connection. */
  function tap(data, taken) {
    const online = directLine.connectionStatus$.subscribe(status => {
      if (status !== connected) return;
      setTimeout(() => online.unsubscribe());
      directLine.postActivity({ type: 'message', from: { id: you.id }, value: data, channelData: { postBack: true } }).subscribe(taken);
    });
  }

  return { id, name, conversationId, element: holder, draw, connect, tap, open: () => connect(token) };
}

// Public fields that createDirectLine does not pass on. Without them a restart of the server costs up to 20 s. And what the server does not take
// has the id "retry": Web Chat says so after 20 s, and of a tap not at all.
function tuned(directLine, posted) {
  const post = directLine.postActivity.bind(directLine);
  const postActivity = activity => post(activity).map(id => { posted(id !== 'retry'); return id; });
  return Object.assign(directLine, { timeout: 3000, retries: 600, getRetryDelay: () => 1000, postActivity });
}
