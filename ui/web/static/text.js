// An answer as text: to copy, and to save as Markdown. The sources go with it, always.

import { fieldName, originOf, say } from "./words.js";

/** One turn as Markdown. The answer's own text is Markdown already, with its markers. */
export function turnText(turn) {
  const { answer, side } = turn;
  const blocks = [`## ${oneLine(turn.question)}`, answer.text];
  const gaps = side?.gaps ?? [];
  if (gaps.length) blocks.push(`**${say("not_confirmed")}**`, gaps.map((gap) => `- ${gap.title ? `${gap.title}: ` : ""}${gap.label}${gap.invented ? ` (${say("invented")})` : ""}`).join("\n"));
  if (answer.contact) blocks.push(`**${say("who_to_ask")}**`, contactText(answer.contact));
  if (answer.citations.length) blocks.push(`**${say("sources")}**`, answer.citations.map((citation) => sourceText(citation, side?.evidence?.[citation.id])).join("\n"));
  return blocks.join("\n\n");
}

export function contactText(contact) {
  const dated = contact.as_of ? ` (${say("contact_as_of", { date: contact.as_of })})` : "";
  const invented = contact.invented ? ` (${say("invented_contact")})` : "";
  return [contact.name, contact.phone, contact.email, contact.url].filter(Boolean).join(", ") + dated + invented;
}

function sourceText(citation, shown) {
  const label = shown?.label || fieldName(citation.field);
  const origin = shown ? originOf(shown) : "";
  const invented = shown?.invented ? ` ${say("invented_note")}` : "";
  const url = citation.url ? ` <${citation.url}>` : "";
  return `[${citation.n}] ${citation.title}, ${label}: “${oneLine(citation.quote)}” ${origin}${invented}${url}`;
}

/** A whole conversation as one Markdown document. */
export function conversationText(title, conversation) {
  const date = new Date(conversation.at).toISOString().slice(0, 10);
  const turns = conversation.turns.filter((turn) => turn.answer).map(turnText);
  return [`# ${title}`, `*${say("exported", { date })}*`, ...turns].join("\n\n") + "\n";
}

/** What to tell once an answer is there: its first sentences, without markers. */
export function spoken(answer) {
  const text = answer.text.replace(/\[\d+\]/g, "").replace(/[*|]|^-+\s?/gm, "").replace(/\s+/g, " ").trim();
  const cut = text.length > 500 ? text.slice(0, text.lastIndexOf(". ", 500) + 1 || 500) : text;
  const parts = [say("answer_done", { text: cut })];
  if (cut.length < text.length) parts.push(say("answer_more"));
  if (answer.citations.length) parts.push(say("answer_sources", { n: answer.citations.length }));
  return parts.join(" ");
}

const oneLine = (text) => text.replace(/\s+/g, " ").trim();
