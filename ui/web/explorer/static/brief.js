// The shortlist as Markdown: facts with numbered sources, notes set apart. Made here, so that notes never leave the browser.

import { isWeb, say } from "./page.js";

/** Text that Markdown takes as text. */
const plain = (text) => String(text).replace(/[\\`*_{}[\]<>#|~]/g, "\\$&").replace(/\s*\n\s*/g, "; ");

/** Where a fact is from, as people read it. */
export function origin(source, asOf) {
  const values = { source: source || say("source_none"), date: asOf };
  return `${say(asOf ? "record_from" : "record_from_undated", values)}.`;
}

export function stewardship(own) {
  return say("stewardship_line", {
    owner: own.owner || say("not_recorded"),
    visibility: say(`visibility_${own.visibility}`),
    review: own.review_date || say("not_recorded"),
  });
}

/** Sources in the order of their first use. */
export class Sources {
  list = [];

  number(record, fact) {
    const text = `${record.title}, ${record.institution}. ${origin(fact.source, fact.as_of)}`;
    let place = this.list.findIndex((item) => item.text === text && item.url === fact.url);
    if (place < 0) place = this.list.push({ text, url: fact.url }) - 1;
    return place + 1;
  }
}

export function markdown(records, notes, { date, site }) {
  const sources = new Sources();
  const lines = [`# ${say("brief_title")}`, "", say("brief_made", { date, site: plain(site) }), "", say("brief_about"), ""];
  for (const record of records) {
    lines.push(`## ${plain(record.title)}, ${plain(record.institution)}`, "");
    if (record.invented) lines.push(`*${say("invented_note")}*`, "");
    for (const fact of record.facts) lines.push(`- **${plain(fact.label)}:** ${plain(fact.text)} [${sources.number(record, fact)}]`);
    if (record.not_stated.length) lines.push(`- **${say("brief_not_stated")}:** ${record.not_stated.map(plain).join(", ")}`);
    lines.push(`- **${say("brief_stewardship")}:** ${plain(stewardship(record.stewardship))}`, "");
    if (notes[record.id]?.trim()) lines.push(`> **${say("note_title")}:** ${plain(notes[record.id].trim())}`, "");
  }
  lines.push(`## ${say("brief_sources")}`, "");
  sources.list.forEach((item, place) => lines.push(`${place + 1}. ${plain(item.text)}${isWeb(item.url) ? ` <${item.url}>` : ""}`));
  return `${lines.join("\n")}\n`;
}
