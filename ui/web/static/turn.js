// One turn: the question as a heading, the answer as it comes, its sources beside it.

import { append, groupBy, h, webLink } from "./dom.js";
import { drawActions } from "./actions.js";
import { drawClaim, drawPart, inventedMark } from "./parts.js";
import { drawSources } from "./sources.js";
import { fieldName, given, say, tagOf } from "./words.js";

const LONG = 320;
let count = 0;

/**
 * A turn on the page. tools: {choose(text), again(turn), changed()}.
 * Call claim() and part() while the answer comes, then finish(), or fail().
 */
export class Turn {
  constructor(question, tools) {
    this.id = `t${++count}`;
    this.tools = tools;
    this.data = { question, at: Date.now(), answer: null, side: null, thumb: null, reason: "" };
    this.claims = [];
    this.urgent = false;
    this.citations = new Map();
    this.progress = h("p", { class: "adv-progress" }, say("looking"));
    this.answer = h("div", { class: "adv-answer", "aria-busy": "true" }, this.progress);
    this.body = h("div", { class: "adv-body" }, this.answer);
    this.element = h("article", { class: "adv-turn", id: this.id, "aria-labelledby": `${this.id}-q` }, this.#heading(question), this.body);
  }

  #heading(question) {
    const long = question.length > LONG;
    const heading = h("h2", { id: `${this.id}-q` }, h("span", { class: "adv-sr" }, `${say("you_asked")}: `), long ? `${question.slice(0, LONG)} …` : question);
    return h("div", { class: "adv-question" }, heading);
  }

  understood(event) {
    this.urgent = event.understanding.act === "distress";
  }

  /** A verified claim, shown at once; its place comes with its part. */
  claim(event) {
    this.claims.push(event.claim);
    for (const citation of event.citations) this.citations.set(citation.n, citation);
    this.progress.before(h("p", { class: "adv-early" }, drawClaim(event.claim, this.#early())));
  }

  part(event) {
    for (const early of this.answer.querySelectorAll(".adv-early")) early.remove();
    const drawn = drawPart(event.part, this.#early());
    if (drawn) this.progress.before(drawn);
  }

  /** While the answer comes, a number is only a number. */
  #early() {
    return {
      claims: this.claims, gaps: [], urgent: this.urgent, pictures: [],
      fieldOf: (number) => this.citations.get(number)?.field,
      cite: (number) => h("sup", { class: "adv-cite" }, String(number)),
      choose: () => {},
    };
  }

  finish(answer, side) {
    Object.assign(this.data, { answer, side });
    const sources = answer.citations.length ? drawSources(this.id, answer.citations, side.evidence) : null;
    const fields = new Map(answer.citations.map((citation) => [citation.n, citation]));
    const context = {
      claims: answer.claims, gaps: side.gaps, urgent: answer.reason === "unsafe", pictures: [...side.pictures],
      invented: new Set(side.invented ?? []),
      fieldOf: (number) => fields.get(number)?.field,
      cite: (number) => this.#citation(fields.get(number), number, side, sources),
      choose: this.tools.choose,
    };
    const tag = tagOf(answer);
    const parts = answer.parts.map((part) => drawPart(part, context));
    if (answer.choices.length && !answer.parts.some((part) => part.type === "choices")) {
      parts.push(drawPart({ type: "choices", question: "", choices: answer.choices }, context));
    }
    this.answer.replaceChildren();
    append(this.answer, [
      tag ? h("p", { class: "adv-tag" }, tag) : null,
      side.sound === false ? h("p", { class: "adv-hint" }, say("broken_conversation")) : null,
      parts,
      answer.reviewed ? h("p", { class: "adv-hint" }, say("reviewed", { who: answer.reviewed })) : null,
      drawGaps(this.id, side.gaps),
      drawContact(this.id, answer.contact),
      drawWayOn(answer),
      answer.reason === "unsafe" ? null : drawActions(this),
    ]);
    this.body.replaceChildren(this.answer, ...(sources ? [sources.element] : []));
    this.#settle();
  }

  /** Nothing more will come: say why, and offer to try again. */
  fail(why) {
    this.progress.remove();
    this.answer.append(h("p", { class: "adv-problem" }, why, " ",
      h("button", { type: "button", class: "adv-plain-button", onclick: () => this.tools.again(this) }, say("try_again"))));
    this.#settle();
  }

  #settle() {
    this.progress.remove();
    this.answer.removeAttribute("aria-busy");
  }

  #citation(citation, number, side, sources) {
    const label = citation ? side.evidence[citation.id]?.label || fieldName(citation.field) : "";
    const link = h("a", {
      class: "adv-cite", href: `#${this.id}-s${number}`,
      "aria-label": say("source_open", { n: number, title: citation?.title ?? "", label }),
      onclick: (event) => {
        event.preventDefault();
        sources?.open(number, link);
      },
    }, String(number));
    return link;
  }
}

function drawGaps(id, gaps) {
  if (!gaps.length) return null;
  return h("div", { class: "adv-aside", role: "group", "aria-labelledby": `${id}-gaps` },
    h("h3", { id: `${id}-gaps` }, say("not_confirmed")),
    h("ul", { lang: "en" }, groupBy(gaps, (gap) => gap.title).map((group) =>
      h("li", {}, group[0].title ? `${group[0].title}: ` : "", group.map((gap) => gap.label).join(", "), group[0].invented ? [" ", inventedMark()] : null))));
}

/** Where nothing was found, a way on: everything there is, to look through. */
function drawWayOn(answer) {
  if (!given.explorer || answer.status !== "abstained" || answer.reason !== "not_in_catalogue" || answer.choices.length) return null;
  return h("p", { class: "adv-way" }, `${say("way_on")} `, h("a", { href: given.explorer }, say("explorer_link")));
}

function drawContact(id, contact) {
  if (!contact) return null;
  const ways = [
    contact.phone && h("a", { href: `tel:${contact.phone.replace(/[^\d+]/g, "")}` }, contact.phone),
    contact.email && h("a", { href: `mailto:${contact.email}` }, contact.email),
    webLink(contact.url, say("open_page")),
  ].filter(Boolean);
  return h("div", { class: "adv-aside", role: "group", "aria-labelledby": `${id}-who` },
    h("h3", { id: `${id}-who` }, say("who_to_ask")),
    h("p", {}, contact.invented ? [inventedMark("invented_contact"), " "] : null, h("span", { lang: "en" }, contact.name), ways.map((way) => [" · ", way]),
      contact.as_of ? h("span", { class: "adv-hint" }, ` (${say("contact_as_of", { date: contact.as_of })})`) : null));
}
