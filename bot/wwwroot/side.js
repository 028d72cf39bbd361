// The list of rooms with their unread counts, the button that folds it on a phone, and "You are".
import { badge, element } from './element.js';
import { become } from './session.js';

export function createSide(me, show) {
  const buttons = new Map(me.rooms.map(room => [room.id, button(room, () => { fold(false); show(room.id); })]));
  const [first, ...others] = buttons.values();
  document.getElementById('private').append(element('li', {}, first));
  document.getElementById('rooms').append(...others.map(other => element('li', {}, other)));
  document.getElementById('rooms-heading').hidden = !others.length;
  document.getElementById('squad').textContent = me.squad.name;
  offerChoices(me);
  const fold = folding(() => first.focus());

  return {
    current(id) {
      for (const [room, here] of buttons) here.ariaCurrent = room === id ? 'page' : null;
    },
    counts(of) {
      let total = 0;
      for (const [room, here] of buttons) {
        mark(here, of(room));
        total += of(room);
      }
      mark(document.getElementById('fold'), total);
      return total;
    },
  };
}

function button(room, onclick) {
  return element('button', { type: 'button', onclick }, element('span', { className: 'name', textContent: room.name }));
}

function mark(holder, count) {
  holder.querySelector('.unread')?.remove();
  if (count) holder.append(badge(count));
}

function offerChoices({ choices, you }) {
  if (!choices) return;
  const holder = document.getElementById('as');
  const select = holder.querySelector('select');
  select.append(...choices.map(({ id, name }) => element('option', { value: id, textContent: name, selected: you.guest ? id === 'guest' : id === you.id })));
  select.onchange = () => become(select.value);
  holder.hidden = false;
}

function folding(focusInside) {
  const button = document.getElementById('fold');
  const isOpen = () => document.body.hasAttribute('data-open');
  const fold = open => {
    if (open === isOpen()) return;
    document.body.toggleAttribute('data-open', open);
    button.ariaExpanded = String(open);
    if (open) focusInside(); else button.focus({ preventScroll: true });
  };
  button.onclick = () => fold(!isOpen());
  document.getElementById('shade').onclick = () => fold(false);
  addEventListener('keydown', event => { if (event.key === 'Escape') fold(false); });
  return fold;
}
