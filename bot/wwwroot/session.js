// Who this tab is. Each tab keeps its own answer, so that two windows can play two people; a new tab is whom somebody chose last in this browser.
const key = 'as';
const guest = 'guest';
const guestsSoFar = 'hausmeister.guests';

export async function loadMe() {
  const response = await fetch(`/api/chat/me?${new URLSearchParams({ as: whoIAm() })}`, { cache: 'no-store' });
  if (!response.ok) throw new Error(`/api/chat/me answered ${response.status}`);
  return response.json();
}

/** Without a choice the server chose; the tab stays with it. A guest's tab knows more than the server tells. */
export const rememberMe = you => { if (!you.guest) sessionStorage.setItem(key, you.id); };

export const become = id => location.assign(`?${new URLSearchParams({ [key]: id })}`);

function whoIAm() {
  const chosen = new URLSearchParams(location.search).get(key);
  if (chosen) localStorage.setItem(key, chosen);
  const before = sessionStorage.getItem(key);
  const wanted = chosen ?? before ?? localStorage.getItem(key) ?? '';
  const now = wanted !== guest ? wanted : before?.startsWith(`${guest}.`) ? before : newGuest();
  sessionStorage.setItem(key, now);
  return now;
}

// What a guest is known by stays in the tab: nobody else can open the guest's conversation.
function newGuest() {
  const number = Number(localStorage.getItem(guestsSoFar) ?? 0) % 999 + 1;
  localStorage.setItem(guestsSoFar, number);
  return `${guest}.${number}.${crypto.randomUUID()}`;
}
