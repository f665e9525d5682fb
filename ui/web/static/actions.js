// What can be done with one answer: copy it, link to its question, say whether it helped, send it to the advisors.

import { announce, h } from "./dom.js";
import { openSend } from "./send.js";
import { turnText } from "./text.js";
import { say } from "./words.js";

export function drawActions(turn) {
  const note = h("span", { class: "adv-note", role: "status" });
  const tell = (text) => { note.textContent = text; };
  return h("div", { class: "adv-actions", role: "group", "aria-label": say("actions") },
    button(say("copy"), async () => tell(say((await copy(turnText(turn.data))) ? "copied" : "copy_failed"))),
    button(say("link"), async () => tell(say((await copy(shareAddress(turn.data))) ? "link_copied" : "copy_failed"))),
    thumbs(turn, tell), note);
}

function thumbs(turn, tell) {
  const place = h("span", { class: "adv-thumbs" });
  const up = button(say("thumb_up"), () => choose("up"));
  const down = button(say("thumb_down"), () => choose("down"));
  const form = reasonForm(turn, tell);
  function show() {
    up.setAttribute("aria-pressed", String(turn.data.thumb === "up"));
    down.setAttribute("aria-pressed", String(turn.data.thumb === "down"));
    form.hidden = turn.data.thumb !== "down";
  }
  function choose(which) {
    turn.data.thumb = turn.data.thumb === which ? null : which;
    turn.tools.changed();
    show();
    tell(turn.data.thumb ? say("thumb_kept") : "");
  }
  show();
  place.append(up, down, form);
  return place;
}

function reasonForm(turn, tell) {
  const field = h("textarea", { id: `${turn.id}-reason`, rows: "2", maxlength: "2000" });
  field.value = turn.data.reason;
  return h("form", {
    class: "adv-reason", hidden: true,
    onsubmit: (event) => {
      event.preventDefault();
      turn.data.reason = field.value.trim();
      turn.tools.changed();
      tell(say("thumb_kept"));
    },
  },
  h("label", { for: `${turn.id}-reason` }, say("reason")), field,
  h("div", { class: "adv-links" },
    h("button", {}, say("reason_keep")),
    button(say("send_open"), () => openSend(turn.data, field.value.trim(), () => tell(say("sent"))))));
}

const button = (text, onclick) => h("button", { type: "button", onclick }, text);

/** The address that asks this question anew, with the wishes that stood before it. */
export function shareAddress(data) {
  const address = new URL("/", location.origin);
  address.searchParams.set("q", data.question);
  if (data.wishesBefore?.length) address.searchParams.set("wishes", JSON.stringify(data.wishesBefore));
  return address.href;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Give the person a file. */
export function saveFile(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
  announce(name);
}
