// One source over the foot of a narrow page: the answer stays where it is, and so does the reader.

import { h } from "./dom.js";
import { say } from "./words.js";

/** Show a source. Closing it (its button, Escape, a touch beside it) leads back to "from". */
export function openSheet({ title, source, label, mark, body, from }) {
  const dialog = h("dialog", {
    class: "adv-dialog adv-sheet", "aria-labelledby": "adv-sheet-title", "aria-describedby": "adv-sheet-text",
    onclose: () => {
      dialog.remove();
      from.focus({ preventScroll: true });
    },
    onclick: (event) => { if (event.target === dialog) dialog.close(); },
  },
  h("div", { class: "adv-sheet-inside" },
    h("h2", { id: "adv-sheet-title" }, h("span", { class: "adv-hint" }, `${source}: `), h("span", { lang: "en" }, `${title} · ${label}`), mark ? [" ", mark] : null),
    h("div", { class: "adv-evidence", id: "adv-sheet-text" }, body)),
  h("p", { class: "adv-sheet-close" },
    h("button", { type: "button", class: "adv-plain-button", autofocus: true, onclick: () => dialog.close() }, say("back_to_answer"))));
  document.getElementById("advisor").append(dialog);
  dialog.showModal();
}
