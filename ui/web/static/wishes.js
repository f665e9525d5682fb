// Standing wishes as chips; one press takes a wish back and asks again without it.

import { byId, h } from "./dom.js";
import { given, say } from "./words.js";

/** Show the wishes; remove(wish) is called when one is pressed. */
export function showWishes(wishes, remove) {
  const place = byId("adv-wishes");
  place.replaceChildren();
  place.hidden = !wishes.length;
  if (!wishes.length) return;
  place.append(h("p", { id: "adv-wishes-title" }, say("wishes")),
    h("ul", { "aria-labelledby": "adv-wishes-title" }, wishes.map((wish) =>
      h("li", {}, h("button", { type: "button", "aria-label": say("wish_remove", { what: wishText(wish) }), onclick: () => remove(wish) },
        h("span", { class: "adv-wish-name" }, wishName(wish)), ` ${wish.said} `, h("span", { "aria-hidden": "true", class: "adv-cross" }, "×"))))));
}

const wishName = (wish) => given.words[`wish_${wish.field}`] ?? wish.field.replaceAll("_", " ");
export const wishText = (wish) => `${wishName(wish)}, ${wish.said}`;

/** A question without the words that a wish was read from. */
export function withoutWish(question, wish) {
  const at = question.toLowerCase().indexOf(wish.said.toLowerCase());
  if (at < 0) return question;
  const left = question.slice(0, at) + question.slice(at + wish.said.length);
  return left.replace(/\s+/g, " ").replace(/\s+([,.?!])/g, "$1").replace(/[,;]\s*(?=[,;.?!]|$)/g, "").trim();
}
