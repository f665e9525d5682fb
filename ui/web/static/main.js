// The learners' chat: puts the pieces together.

import { saveFile } from "./actions.js";
import { ask, Refused } from "./ask.js";
import { announce, byId, h } from "./dom.js";
import { allConversations, forgetAll, keep, keeps, mine, newConversation, remember } from "./store.js";
import { conversationText, spoken } from "./text.js";
import { Turn } from "./turn.js";
import { showWishes, wishText, withoutWish } from "./wishes.js";
import { given, say } from "./words.js";

const root = byId("advisor");
const field = byId("adv-question");
const button = byId("adv-ask");
const problem = byId("adv-problem");
const turns = byId("adv-turns");

let state = newConversation();
let asking = null;

const tools = {
  choose: (text) => put(text),
  again: (turn) => {
    turn.element.remove();
    put(turn.data.question, turn.before);
  },
  changed: () => keep(state),
};

/** Ask a question and show its answer. */
async function put(question, options = {}) {
  if (asking) asking.abort();
  problem.textContent = "";
  if (!question.trim()) return complain("empty_question");
  if (question.length > given.most * 10) return complain("too_long");
  const mineNow = asking = new AbortController();
  const before = options;
  const conversation = options.conversation === undefined ? state.conversation : options.conversation;
  const turn = new Turn(question, tools);
  turn.before = { ...before, conversation };
  turn.data.wishesBefore = conversation?.filters ?? [];
  turns.append(turn.element);
  showConversation();
  field.value = "";
  grow();
  busy(true);
  turn.element.scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
  let side = { evidence: {}, gaps: [], pictures: [] };
  try {
    await ask({ message: question, conversation, without: options.without, signal: mineNow.signal }, {
      understood: (event) => turn.understood(event),
      claim: (event) => turn.claim(event),
      part: (event) => turn.part(event),
      side: (event) => { side = event; },
      done: (event) => {
        turn.finish(event.answer, side);
        state.conversation = event.conversation;
        state.turns.push(turn.data);
        keep(state);
        wishes();
        announce(spoken(event.answer));
      },
    });
  } catch (error) {
    const why = error instanceof Refused ? error.kind : error.name === "AbortError" ? "stopped" : "fault";
    if (why === "fault" && !(error instanceof Refused)) console.error(error.name);
    const text = say(why, { most: given.most.toLocaleString() });
    turn.fail(text);
    announce(text);
    if (why === "too_long" || why === "too_many") field.value ||= question;
    grow();
  }
  if (asking === mineNow) {
    asking = null;
    busy(false);
  }
  return undefined;
}

function complain(key) {
  problem.textContent = say(key, { most: given.most.toLocaleString() });
  field.focus();
}

function busy(on) {
  button.textContent = say(on ? "asking" : "ask");
  root.classList.toggle("adv-busy", on);
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** From the first screen to the conversation, and back. */
function showConversation() {
  const on = turns.childElementCount > 0;
  root.classList.toggle("adv-talking", on);
  // the title stays for those who go by headings
  for (const text of byId("adv-intro").querySelectorAll("p")) text.hidden = on;
  byId("adv-title").classList.toggle("adv-sr", on);
  byId("adv-examples").hidden = on;
  byId("adv-ways").hidden = on;
  byId("adv-tools").hidden = !on;
  byId("adv-notice").open = !on;
  // stands on paper only
  byId("adv-paper").textContent = say("exported", { date: new Date(state.at).toISOString().slice(0, 10) });
  if (on) byId("adv-history").hidden = true;
  else showHistory();
}

function wishes() {
  showWishes(state.conversation?.filters ?? [], (wish) => {
    const last = state.turns.at(-1)?.question ?? "";
    const left = withoutWish(last, wish);
    announce(say("wish_removed", { what: wishText(wish) }));
    field.focus();
    put(left || state.turns.at(-2)?.question || last, { without: [wish.field] });
  });
}

function startOver() {
  asking?.abort();
  state = newConversation();
  turns.replaceChildren();
  remember(null);
  history.replaceState(null, "", "/");
  wishes();
  showConversation();
  problem.textContent = "";
  field.focus();
  scrollTo(0, 0);
}

/** Show a conversation that this browser kept. */
function reopen(kept) {
  state = kept;
  turns.replaceChildren();
  for (const data of kept.turns) {
    const turn = new Turn(data.question, tools);
    turn.data = data;
    try {
      turn.finish(data.answer, data.side);
    } catch { // kept by another version of this page
      continue;
    }
    turns.append(turn.element);
  }
  remember(kept.id);
  wishes();
  showConversation();
}

function showHistory() {
  const list = byId("adv-history-list");
  const all = allConversations();
  byId("adv-history").hidden = !all.length;
  list.replaceChildren(...all.map((item) => h("li", {},
    h("button", { type: "button", onclick: () => { reopen(item); field.focus(); } }, item.turns[0].question.slice(0, 90)),
    h("span", { class: "adv-hint" }, ` ${new Date(item.at).toLocaleDateString()}`))));
}

function grow() {
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight + 2, 220)}px`;
}

/** Into Gradio's frame, once it is there. Before that the page works as it is. */
function moveIn() {
  const mount = byId(given.mount);
  if (!mount || mount.contains(root)) return Boolean(mount);
  const active = document.activeElement;
  const [start, end] = [field.selectionStart, field.selectionEnd];
  const at = scrollY;
  mount.append(root);
  root.removeAttribute("role");
  if (root.contains(active)) active.focus({ preventScroll: true });
  if (active === field) field.setSelectionRange(start, end);
  scrollTo(0, at);
  return true;
}

function listen() {
  byId("adv-composer").addEventListener("submit", (event) => {
    event.preventDefault();
    if (asking && !field.value.trim()) asking.abort();
    else put(field.value);
  });
  field.addEventListener("input", () => { grow(); problem.textContent = ""; });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    put(field.value);
  });
  root.addEventListener("click", (event) => {
    const example = event.target.closest("[data-ask]");
    if (!example || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    put(example.dataset.ask);
    field.focus({ preventScroll: true });
  });
  byId("adv-new").addEventListener("click", startOver);
  byId("adv-print").addEventListener("click", () => print());
  byId("adv-save").addEventListener("click", () =>
    saveFile(`advisor-${new Date().toISOString().slice(0, 10)}.md`, conversationText(given.title, state)));
  byId("adv-clear").addEventListener("click", () => {
    forgetAll();
    startOver();
    announce(say("history_cleared"));
  });
}

/** Gradio gives the page the browser's language; ours is that of the words on it, or a screen reader reads them wrongly. */
function keepLanguage() {
  const page = document.documentElement;
  const set = () => { if (page.lang !== given.language) page.lang = given.language; };
  set();
  new MutationObserver(set).observe(page, { attributeFilter: ["lang"] });
}

function begin() {
  keepLanguage();
  listen();
  if (!moveIn()) {
    const watch = new MutationObserver(() => { if (moveIn()) watch.disconnect(); });
    watch.observe(document.querySelector("gradio-app") ?? document.body, { childList: true, subtree: true });
  }
  if (!keeps) byId("adv-history").before(h("p", { class: "adv-hint" }, say("history_off")));
  const before = mine();
  const shared = new URLSearchParams(location.search);
  if (before) reopen(before);
  else if (shared.get("q")?.trim()) put(shared.get("q"), { conversation: sharedWishes(shared.get("wishes")) });
  else showConversation();
}

/** The wishes of a shared address as the start of a conversation; the server checks them. */
function sharedWishes(text) {
  try {
    const filters = JSON.parse(text ?? "null");
    return Array.isArray(filters) ? { filters } : null;
  } catch {
    return null;
  }
}

begin();
