// `Thu 26 Nov 10:04`, in the squad's zone, as everywhere in the house.
export function squadTime(instant, timeZone) {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const part = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${part.weekday} ${part.day} ${part.month} ${part.hour}:${part.minute}`;
}
