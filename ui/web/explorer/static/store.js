// The shortlist, kept in this browser: ids and the visitor's notes, never a title, so that what is withdrawn is not kept here either.

const KEY = "advisor.shortlist.1";
export const MOST = 30;
export const MOST_NOTE = 2000;

/** Whether this browser keeps anything for pages. */
export const keeps = (() => {
  try {
    localStorage.setItem("advisor.try", "1");
    localStorage.removeItem("advisor.try");
    return true;
  } catch {
    return false;
  }
})();

/** What is on the list: {id, note}, in the order it was added. */
export function entries() {
  try {
    const read = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    if (!Array.isArray(read)) return [];
    return read
      .filter((item) => item && typeof item.id === "string" && item.id.length <= 200)
      .map((item) => ({ id: item.id, note: String(item.note ?? "").slice(0, MOST_NOTE) }))
      .slice(0, MOST);
  } catch {
    return [];
  }
}

function keep(list) {
  try {
    if (list.length) localStorage.setItem(KEY, JSON.stringify(list));
    else localStorage.removeItem(KEY);
  } catch { /* the browser is full: the list stays as it was */ }
}

export const has = (id) => entries().some((item) => item.id === id);

/** Put a record on the list; false when it is full. */
export function add(id) {
  const list = entries();
  if (list.length >= MOST) return false;
  if (!has(id)) keep([...list, { id, note: "" }]);
  return true;
}

export const take = (id) => keep(entries().filter((item) => item.id !== id));
export const clear = () => keep([]);
export const setNote = (id, note) => keep(entries().map((item) => (item.id === id ? { id, note: note.slice(0, MOST_NOTE) } : item)));
