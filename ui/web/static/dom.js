// Elements made by hand. Text is only ever set as text, so nothing that a person or a record says can become markup.

/** Make an element. Keys beginning with "on" are listeners; null and false are left out; strings become text. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

export function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child);
  }
}

export const byId = (id) => document.getElementById(id);

/** A link that may be followed: whole web addresses only. */
export function webLink(url, text) {
  return isWeb(url) ? h("a", { href: url, rel: "noopener noreferrer" }, text) : null;
}

export const isWeb = (url) => /^https?:\/\/[^\s]+$/i.test(url || "");

/** Values by a key, in the order in which the keys first come. */
export function groupBy(values, keyOf) {
  const groups = new Map();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return [...groups.values()];
}

/** Tell people who cannot see the page; once, and when they are not being told something else. */
export function announce(text) {
  const place = byId("adv-announce");
  place.textContent = "";
  // a moment apart, so that the same words twice are told twice
  setTimeout(() => { place.textContent = text; }, 60);
}
