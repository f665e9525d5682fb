// The explorer's script: the shortlist, which lives in this browser and nowhere else. Pages work without it.

import { announce, byId, say } from "./page.js";
import { showShortlist } from "./shortlist.js";
import { MOST, add, entries, has, keeps, take } from "./store.js";

function count() {
  const number = entries().length;
  for (const place of document.querySelectorAll("[data-count]")) place.textContent = number ? ` (${number})` : "";
}

function label(button) {
  const on = has(button.dataset.add);
  button.setAttribute("aria-pressed", String(on));
  button.firstChild.textContent = say(on ? "shortlist_take" : "shortlist_add");
}

function press(button) {
  const { add: id, title } = button.dataset;
  if (has(id)) {
    take(id);
    announce(say("shortlist_taken", { title }));
  } else if (add(id)) {
    announce(say("shortlist_added", { title }));
  } else {
    announce(say("shortlist_full", { most: MOST }));
  }
  refresh();
}

function refresh() {
  count();
  document.querySelectorAll("button[data-add]").forEach(label);
}

/** On a phone the choices are long: closed until asked for. */
function foldFilters() {
  const filters = document.querySelector(".exp-filters");
  if (!filters || !matchMedia("(max-width: 48rem)").matches || filters.querySelector("details[open]")) return;
  const title = filters.querySelector("h2");
  const fold = document.createElement("details");
  const summary = document.createElement("summary");
  summary.append(title);
  fold.className = "exp-fold";
  fold.append(summary, ...[...filters.children].filter((child) => child !== fold));
  filters.append(fold);
}

foldFilters();
if (keeps) {
  for (const button of document.querySelectorAll("button[data-add]")) {
    button.hidden = false;
    button.addEventListener("click", () => press(button));
  }
  refresh();
  addEventListener("storage", refresh);
}
const place = byId("exp-shortlist");
if (place) showShortlist(place, count);
