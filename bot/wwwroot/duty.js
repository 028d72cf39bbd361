// The header's line: who is on duty until when, and Level 2.
import { element } from './element.js';
import { squadTime } from './time.js';

const roles = { Hausmeister: ', Hausmeister', WeekendOnCall: ', weekend on call' };

export function showDuty({ duty, squad }) {
  const { onDuty, level2 } = duty;
  document.getElementById('on-duty').replaceChildren(...(onDuty ? [
    element('strong', { textContent: onDuty.name }),
    element('span', { className: 'long', textContent: roles[onDuty.role] }),
    ' until ',
    element('time', { dateTime: onDuty.until, textContent: squadTime(onDuty.until, squad.timeZone) }),
  ] : ['nobody']));
  const second = document.getElementById('level2');
  second.hidden = !level2;
  second.querySelector('dd').replaceChildren(element('strong', { textContent: level2?.name ?? '' }));
  document.querySelector('.duty').hidden = false;
}
