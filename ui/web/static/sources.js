// The sources of one answer: a list that stands beside it, each entry opening to the field's whole text.

import { groupBy, h, webLink } from "./dom.js";
import { inventedMark } from "./parts.js";
import { openSheet } from "./sheet.js";
import { fieldName, isField, originOf, say } from "./words.js";

/** Whether the list has room beside the answer. */
const beside = matchMedia("(min-width: 62rem)");

/**
 * Draw the list. Returns {element, open(number, from)}; "from" is where the keyboard returns to when it is closed.
 * Where the list stands below the answer, "open" shows the source over the foot of the page, so that nobody loses their place.
 */
export function drawSources(turn, citations, evidence) {
  const entries = new Map();
  const groups = groupBy(citations, (citation) => `${citation.record} ${citation.title}`);
  const twice = (citation) => citations.some((other) => other.id === citation.id && other.n !== citation.n);
  const element = h("div", { class: "adv-sources", role: "group", "aria-labelledby": `${turn}-sources` },
    h("h3", { id: `${turn}-sources` }, say("sources")),
    groups.map((group) => {
      const shown = evidence[group[0].id];
      return h("div", { class: "adv-source-group" },
        h("p", { class: "adv-source-title", lang: "en" }, group[0].title, shown?.invented ? [" ", inventedMark()] : null),
        h("ol", {}, group.map((citation) => {
          const entry = drawEntry(turn, citation, evidence[citation.id], twice(citation));
          entries.set(citation.n, entry);
          return entry.element;
        })));
    }));

  function open(number, from) {
    const entry = entries.get(number);
    if (!entry) return;
    if (!beside.matches) {
      openSheet({ ...entry.told(), from });
      return;
    }
    for (const [other, each] of entries) each.show(other === number);
    entry.returnTo = from;
    entry.back.hidden = false;
    entry.button.focus({ preventScroll: true });
    reveal(element, entry.element);
  }
  return { element, open, entries };
}

/** Scroll the list to an entry, and the page only where that is not enough. */
function reveal(list, entry) {
  const [around, at] = [list.getBoundingClientRect(), entry.getBoundingClientRect()];
  if (at.bottom > around.bottom) list.scrollTop += Math.min(at.bottom - around.bottom, at.top - around.top);
  else if (at.top < around.top) list.scrollTop -= around.top - at.top;
  const now = entry.getBoundingClientRect();
  if (now.top < 0 || now.bottom > innerHeight) entry.scrollIntoView({ block: "nearest" });
}

/** An entry; where one field is quoted twice, its label says which words are meant. */
function drawEntry(turn, citation, shown, twice) {
  const id = `${turn}-s${citation.n}`;
  const name = shown?.label || fieldName(citation.field);
  const label = twice ? quoted(citation, name) : name;
  const entry = { returnTo: null };
  entry.back = h("button", { type: "button", class: "adv-back", hidden: true, onclick: () => leave() }, say("back_to_answer"));
  const drawn = () => (shown ? drawEvidence(citation, shown) : h("p", {}, say("withdrawn")));
  const body = h("div", { class: "adv-evidence", id: `${id}-text`, hidden: true }, drawn(), entry.back);
  entry.told = () => ({ title: citation.title, source: say("source_number", { n: citation.n }), label, mark: shown?.invented ? inventedMark() : null, body: drawn() });
  function leave() {
    const place = entry.returnTo ?? entry.button;
    entry.show(false);
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "nearest" });
  }
  entry.show = (open) => {
    body.hidden = !open;
    entry.button.setAttribute("aria-expanded", String(open));
    entry.element.classList.toggle("adv-open", open);
  };
  entry.button = h("button", {
    type: "button", "aria-expanded": "false", "aria-controls": `${id}-text`,
    "aria-label": say("source_open", { n: citation.n, title: citation.title, label }),
    onclick: () => entry.show(body.hidden),
  }, h("span", { class: "adv-number", "aria-hidden": "true" }, String(citation.n)), h("span", { "aria-hidden": "true" }, label));
  entry.element = h("li", {
    id, class: "adv-source",
    onkeydown: (event) => {
      if (event.key !== "Escape" || body.hidden) return;
      leave();
      event.stopPropagation();
    },
  }, entry.button, body);
  return entry;
}

function quoted(citation, name) {
  const words = `“${citation.quote.split(/\s+/).slice(0, 5).join(" ")} …”`;
  return isField(citation.field) ? `${name}: ${words}` : words;
}

/** The field's whole text with the quoted words marked, where it is from, and how old it is. */
function drawEvidence(citation, shown) {
  const at = shown.text.indexOf(citation.quote);
  const words = at < 0 ? [shown.text] : [
    shown.text.slice(0, at), h("mark", {}, citation.quote), shown.text.slice(at + citation.quote.length),
  ];
  return [
    h("blockquote", { lang: "en", "aria-label": say("whole_field") }, words),
    h("p", { class: shown.age ? "adv-origin adv-aged" : "adv-origin" }, originOf(shown)),
    shown.invented ? h("p", { class: "adv-origin" }, say("invented_note")) : null,
    shown.invented ? null : h("p", { class: "adv-origin" }, webLink(shown.url, say("open_page")) ?? say("no_link")),
  ];
}
