// An issue's link back names a case: its card comes into the private conversation, once. The server judges the name and says what is wrong with it.
const key = 'show';
const longestName = 100;

export function showWhatTheLinkNames(room) {
  const address = new URL(location);
  const name = address.searchParams.get(key);
  if (name === null) return;
  address.searchParams.delete(key);
  // It stays in the address until the server has it, so that a reload does it again only where it was not done.
  room.tap({ verb: 'issue.show', id: name.slice(0, longestName) }, () => history.replaceState(history.state, '', address));
}
