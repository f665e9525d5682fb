// The shortlist's page: records as they are in the catalogue now, a note for each, and ways to take it along.

import { Sources, markdown, stewardship } from "./brief.js";
import { ROOT, announce, h, isWeb, saveFile, say } from "./page.js";
import { MOST_NOTE, clear, entries, keeps, setNote, take } from "./store.js";

/** @param changed is called whenever the list is. */
export async function showShortlist(place, changed) {
  if (!keeps) return fill(place, h("p", { class: "exp-notice" }, say("shortlist_off")));
  const list = entries();
  if (!list.length) return fill(place, h("p", {}, say("shortlist_empty")), h("p", {}, h("a", { href: ROOT }, say("nav_browse"))));
  fill(place, h("p", {}, say("loading")));
  let records;
  try {
    const asked = new URLSearchParams(list.map((item) => ["id", item.id]));
    const answer = await fetch(`${ROOT}/records.json?${asked}`);
    if (!answer.ok) throw new Error(String(answer.status));
    ({ records } = await answer.json());
  } catch {
    return fill(place, h("p", { class: "exp-notice", role: "alert" }, say("shortlist_fault")));
  }
  const again = () => { changed(); showShortlist(place, changed); };
  const sources = new Sources();
  const known = new Set(records.map((record) => record.id));
  const gone = list.filter((item) => !known.has(item.id)).map((item) => goneItem(item, again));
  const picked = new Set();
  const compare = h("span", {});
  const items = records.map((record) => recordItem(record, list, sources, again, (id, on) => {
    if (on) picked.add(id); else picked.delete(id);
    showCompare(compare, records.filter((item) => picked.has(item.id)));
  }));
  showCompare(compare, []);
  fill(place, toolbar(place, records, again), items, gone, records.length > 1 && h("div", { class: "exp-tools" }, compare), sourceList(sources));
  return undefined;
}

function fill(place, ...children) {
  place.replaceChildren(...children.flat(Infinity).filter(Boolean));
  place.setAttribute("aria-busy", "false");
}

function toolbar(place, records, again) {
  const { date, site } = place.dataset;
  const notes = () => Object.fromEntries(entries().map((item) => [item.id, item.note]));
  const field = h("input", { type: "hidden", name: "shortlist" });
  const form = h("form", { method: "post", action: `${ROOT}/brief.docx`, onsubmit: () => { field.value = JSON.stringify(entries()); } }, field,
    h("button", { class: "adv-plain-button" }, say("export_docx")));
  return h("div", { class: "exp-tools", role: "group", "aria-label": say("export") },
    h("button", { type: "button", class: "adv-plain-button", onclick: () => saveFile(`shortlist-${date}.md`, markdown(records, notes(), { date, site }), "text/markdown;charset=utf-8") }, say("export_md")),
    form,
    h("button", { type: "button", class: "adv-plain-button", onclick: () => print() }, say("export_pdf")),
    h("button", { type: "button", class: "exp-add", onclick: () => { clear(); announce(say("shortlist_cleared")); again(); } }, say("shortlist_clear")));
}

function recordItem(record, list, sources, again, pick) {
  const note = list.find((item) => item.id === record.id)?.note ?? "";
  const id = `note-${record.id}`;
  const paper = h("p", { class: "exp-paper-only" }, note && `${say("note_title")}: ${note}`);
  const facts = record.facts.filter((fact) => fact.field !== "type");
  return h("article", { class: "exp-item", id: `item-${record.id}` },
    h("h2", {}, h("a", { href: `${ROOT}/record/${record.id}`, lang: "en" }, record.title)),
    h("p", { class: "exp-where", lang: "en" }, record.institution, record.type && ` · ${record.type}`),
    record.invented && h("p", {}, h("span", { class: "exp-mark" }, say("invented_note"))),
    h("dl", { class: "exp-facts", lang: "en" },
      facts.map((fact) => row(fact.label, fact.text.replaceAll("\n", "; "), cite(sources.number(record, fact)))),
      record.not_stated.length && row(say("brief_not_stated"), h("span", { class: "exp-unstated" }, record.not_stated.join(", ")))),
    h("p", { class: "exp-small exp-steward" }, stewardship(record.stewardship)),
    h("label", { for: id }, say("note", { title: record.title })),
    h("textarea", { id, maxlength: MOST_NOTE, oninput: (event) => {
      setNote(record.id, event.target.value);
      paper.textContent = event.target.value && `${say("note_title")}: ${event.target.value}`;
    } }, note),
    paper,
    h("label", { class: "exp-pick" }, h("input", { type: "checkbox", onchange: (event) => pick(record.id, event.target.checked) }),
      h("span", {}, say("compare"), h("span", { class: "adv-sr" }, `: ${record.title}`))),
    h("button", { type: "button", class: "exp-add", onclick: () => {
      take(record.id);
      announce(say("shortlist_taken", { title: record.title }));
      again();
    } }, say("shortlist_take"), h("span", { class: "adv-sr" }, `: ${record.title}`)));
}

const row = (label, ...value) => h("div", {}, h("dt", {}, label), h("dd", {}, ...value));
const cite = (number) => [" ", h("a", { class: "exp-cite", href: `#s${number}`, "aria-label": say("source_of", { n: number }) }, String(number))];

function goneItem(item, again) {
  return h("div", { class: "exp-item" }, h("p", { class: "exp-notice" }, say("shortlist_gone")),
    h("button", { type: "button", class: "exp-add", onclick: () => { take(item.id); again(); } }, say("shortlist_gone_take")));
}

function showCompare(place, records) {
  if (records.length < 2 || records.length > 5) return place.replaceChildren(say("compare_hint"));
  const ids = new URLSearchParams(records.map((record) => ["id", record.id]));
  const named = records.map((record) => say("compare_one", { title: record.title, institution: record.institution }));
  const question = say("compare_question", { titles: `${named.slice(0, -1).join("; ")} ${say("compare_and")} ${named.at(-1)}` });
  return place.replaceChildren(h("a", { href: `${ROOT}/compare?${ids}` }, say("compare_go")), " · ",
    h("a", { href: `/?${new URLSearchParams({ q: question })}` }, say("compare_chat")));
}

function sourceList(sources) {
  return h("section", {}, h("h2", {}, say("brief_sources")), h("ol", { class: "exp-sources", lang: "en" },
    sources.list.map((item, place) => h("li", { id: `s${place + 1}` }, item.text, isWeb(item.url) && [" ",
      h("a", { href: item.url, rel: "noopener noreferrer" }, say("open_source"), h("span", { class: "adv-sr" }, ` ${place + 1}`))]))));
}
