// Conversations, kept in this browser and nowhere else. Each tab has its own; a reload finds it again.

const ALL = "advisor.conversations.1";
const MINE = "advisor.mine";
const MOST = 20;
const MOST_TURNS = 40;

export const newConversation = () => ({ id: crypto.randomUUID?.() ?? String(Math.random()).slice(2), at: Date.now(), turns: [], conversation: null });

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

/** All conversations, the latest first. */
export function allConversations() {
  try {
    const read = JSON.parse(localStorage.getItem(ALL) ?? "[]");
    return Array.isArray(read) ? read.filter(isWhole) : [];
  } catch {
    return [];
  }
}

/** What another version of this page kept, or somebody changed, may have any form. */
const isWhole = (item) => Array.isArray(item?.turns) && item.turns.length > 0
  && item.turns.every((turn) => typeof turn?.question === "string" && turn.answer && turn.side);

/** Keep one. When the browser has no more room, the oldest go. */
export function keep(conversation) {
  if (!keeps) return;
  // what somebody said in distress is for nobody who sits at this screen later
  const turns = conversation.turns.filter((turn) => turn.answer?.reason !== "unsafe").slice(-MOST_TURNS);
  if (!turns.length) return;
  const mine = { ...conversation, at: Date.now(), turns };
  let rest = allConversations().filter((item) => item.id !== mine.id).slice(0, MOST - 1);
  for (;;) {
    try {
      localStorage.setItem(ALL, JSON.stringify([mine, ...rest]));
      break;
    } catch {
      if (!rest.length) break;
      rest = rest.slice(0, -1);
    }
  }
  remember(mine.id);
}

export function forgetAll() {
  try {
    localStorage.removeItem(ALL);
    sessionStorage.removeItem(MINE);
  } catch { /* nothing was kept */ }
}

/** Which conversation and which shared address this tab shows. */
export function remember(id, address = location.search) {
  try {
    if (id) sessionStorage.setItem(MINE, JSON.stringify({ id, address }));
    else sessionStorage.removeItem(MINE);
  } catch { /* the tab forgets on reload */ }
}

/** The conversation that this tab showed before it was reloaded, at the same address. */
export function mine() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(MINE) ?? "null");
    if (!kept || kept.address !== location.search) return null;
    return allConversations().find((item) => item.id === kept.id) ?? null;
  } catch {
    return null;
  }
}
