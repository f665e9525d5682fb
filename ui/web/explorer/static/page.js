// Small tools: elements made by hand, words, and telling people who cannot see the page.

export const byId = (id) => document.getElementById(id);
const given = JSON.parse(byId("exp-given").textContent);
export const ROOT = given.own;

/** A word of the interface with its values filled in. */
export function say(key, values = {}) {
  let text = given.words[key] ?? key;
  for (const [name, value] of Object.entries(values)) text = text.replaceAll(`{${name}}`, value);
  return text;
}

/** Make an element. Text is only ever set as text. Keys beginning with "on" are listeners; null and false are left out. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) if (child !== null && child !== undefined && child !== false) element.append(child);
  return element;
}

export const isWeb = (url) => /^https?:\/\/[^\s]+$/i.test(url || "");

export function announce(text) {
  const place = byId("exp-announce");
  place.textContent = "";
  setTimeout(() => { place.textContent = text; }, 60); // a moment apart, so that the same words twice are told twice
}

/** Hand a text to the browser as a file. */
export function saveFile(name, text, type) {
  const link = h("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
