// One HTML element with its properties and children.
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

export function badge(count) {
  const seen = element('span', { textContent: count });
  seen.ariaHidden = 'true';
  return element('span', { className: 'unread' }, seen, element('span', { className: 'sr', textContent: `${count} unread` }));
}
