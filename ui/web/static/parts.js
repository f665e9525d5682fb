// The typed parts of an answer as elements. No Markdown is read here.

import { h } from "./dom.js";
import { drawPicture } from "./picture.js";
import { fieldName, say } from "./words.js";

/**
 * Draw one part.
 * context: {claims, cite(n) -> element, gaps: [{record, label}], urgent, choose(text), pictures}
 */
export function drawPart(part, context) {
  const draw = { paragraph, cards, table, pathway, choices }[part.type];
  const drawn = draw ? draw(part, context) : null;
  if (drawn) drawn.lang = "en"; // answers are in English, whatever the language of the interface
  return drawn;
}

/** One claim with its citations, or a frame. */
export function drawPiece(piece, context) {
  if (piece.claim === null || piece.claim === undefined) return [frame(piece.frame ?? "", context)];
  const claim = context.claims[piece.claim];
  return claim ? drawClaim(claim, context) : [];
}

/** The last word keeps its numbers beside it, so that none begins a line. */
export function drawClaim(claim, context) {
  const marks = claim.citations.map((number) => [" ", context.cite(number)]);
  const at = claim.text.lastIndexOf(" ") + 1;
  const last = claim.text.slice(at);
  if (last.length > 24 || marks.length > 3) return [claim.text, marks];
  return [claim.text.slice(0, at), h("span", { class: "adv-together" }, last, marks)];
}

function drawPieces(pieces, context) {
  return pieces.map((piece, place) => [place ? " " : "", drawPiece(piece, context)]);
}

/** Help lines are fixed, reviewed text and may stand out; every other frame is shown as it is. */
function frame(text, context) {
  if (!context.urgent) return text;
  return text.split("**").map((stretch, place) => (place % 2 ? h("strong", {}, telephone(stretch)) : stretch));
}

function telephone(text) {
  const digits = text.replace(/\D/g, "");
  return /^[\d-]+$/.test(text) && digits.length >= 3 ? h("a", { href: `tel:${digits}` }, text) : text;
}

function paragraph(part, context) {
  return h("p", { class: context.urgent ? "adv-urgent" : null }, drawPieces(part.pieces, context));
}

function cards(part, context) {
  return h("ul", { class: "adv-cards" }, part.cards.map((card) => h("li", {}, drawCard(card, context))));
}

/** A card: its heading, what it is about, then a line for each fact, and those that are not stated. */
function drawCard(card, context) {
  const free = [];
  const facts = [];
  for (const piece of card.pieces) {
    const label = factLabel(piece, context);
    if (label) facts.push([label, drawPiece(piece, context)]);
    else free.push(piece);
  }
  const gaps = context.gaps.filter((gap) => gap.record === card.id);
  const marks = [card.alternative && say("comes_close"), card.invented && say("invented")].filter(Boolean);
  return h("article", { class: card.alternative ? "adv-card adv-close" : "adv-card" },
    marks.length ? h("p", { class: "adv-marks" }, marks.map((mark) => h("span", { class: "adv-mark" }, mark))) : null,
    h("h3", {}, drawHeading(card, context)),
    free.length ? h("p", {}, drawPieces(free, context)) : null,
    facts.length || gaps.length
      ? h("dl", { class: "adv-facts" },
          facts.map(([label, value]) => h("div", {}, h("dt", {}, label), h("dd", {}, value))),
          gaps.map((gap) => h("div", {}, h("dt", {}, gap.label), h("dd", { class: "adv-unstated" }, say("not_stated")))))
      : null);
}

/** The title stands out; where and what kind it is stands below it. */
function drawHeading(card, context) {
  const claim = context.claims[card.heading.claim];
  if (!claim || !claim.text.startsWith(card.title)) return drawPiece(card.heading, context);
  const rest = claim.text.slice(card.title.length).replace(/^,\s*/, "");
  return [h("span", { class: "adv-title" }, card.title), " ", h("span", { class: "adv-where" }, drawClaim({ ...claim, text: rest }, context))];
}

/** The plain name of the field that a fact is from; none for what describes the whole. */
function factLabel(piece, context) {
  const claim = context.claims[piece.claim];
  const field = claim && context.fieldOf(claim.citations[0]);
  return field && !["summary", "title", "type", "purpose", "status"].includes(field) ? fieldName(field) : null;
}

// The roles are said aloud because a narrow page lays the rows out as a grid, and some browsers then forget the table.
function table(part, context) {
  const differs = (row) => (row.differs ? h("span", { class: "adv-sr" }, ` (${say("table_differs")})`) : null);
  return h("div", { class: "adv-scroll", tabindex: "0", role: "region", "aria-label": say("table_caption") },
    h("table", { role: "table", class: `adv-columns-${part.columns.length}` },
      part.rows.some((row) => row.differs) ? h("caption", {}, say("table_legend")) : null,
      h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, h("td", { role: "cell" }),
        part.columns.map((piece, place) => h("th", { scope: "col", role: "columnheader" }, drawPiece(piece, context),
          context.invented?.has(part.ids?.[place]) ? [" ", inventedMark()] : null)))),
      h("tbody", { role: "rowgroup" }, part.rows.map((row) =>
        h("tr", { role: "row", class: row.differs ? "adv-row-differs" : null },
          h("th", { scope: "row", role: "rowheader" }, row.label, differs(row)),
          row.cells.map((cell) => h("td", { role: "cell", class: cell.claim === null ? "adv-unstated" : null }, drawPiece(cell, context))))))));
}

/** What is of the demo catalogue says so wherever it stands. */
export const inventedMark = (key = "invented") => h("span", { class: "adv-mark" }, say(key));

/** The picture where there is one, and always the words. */
function pathway(part, context) {
  const picture = drawPicture(context.pictures?.shift() ?? null, part.alt);
  const words = part.pieces.length
    ? h("ul", {}, part.pieces.map((piece) => h("li", {}, drawPiece(piece, context))))
    : picture ? null : h("p", {}, part.alt);
  const invented = part.nodes.some((node) => context.invented?.has(node.id));
  return h("div", { class: "adv-pathway" }, invented ? h("p", { class: "adv-marks" }, inventedMark("invented_note")) : null, picture, words);
}

function choices(part, context) {
  return h("div", { class: "adv-choices" },
    h("p", {}, part.question),
    part.choices.length ? h("ul", {}, part.choices.map((text) =>
      h("li", {}, h("button", { type: "button", onclick: () => context.choose(text) }, text)))) : null);
}
