// Who this tab is. Each tab keeps its own answer, so that two windows can play two people.
const key = 'as';

export async function loadMe() {
  const as = new URLSearchParams(location.search).get(key) ?? sessionStorage.getItem(key);
  const response = await fetch(`/api/chat/me${as ? `?${new URLSearchParams({ as })}` : ''}`, { cache: 'no-store' });
  if (!response.ok) throw new Error(`/api/chat/me answered ${response.status}`);
  return response.json();
}

export const rememberMe = you => sessionStorage.setItem(key, you.id);

export const become = id => location.assign(`?${new URLSearchParams({ [key]: id })}`);
