// The words of the interface and what else the server gave this page.

export const given = JSON.parse(document.getElementById("advisor-given").textContent);

/** One sentence with its values filled in. */
export function say(key, values = {}) {
  const text = given.words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** The plain name of a record's field. */
export const fieldName = (field) => given.fields[field] ?? field.replaceAll("_", " ");

/** Whether it is a field of a record, and not a section of guidance. */
export const isField = (field) => field in given.fields;

/** The key of the few words that stand over an answer which is not a plain one. */
export function tagOf(answer) {
  const key = answer.status === "partial" ? "status_partial" : `status_${answer.reason}`;
  return answer.status === "partial" || answer.status === "abstained" ? given.words[key] ?? null : null;
}

/** How old a field is, in words. */
export function originOf(shown) {
  const source = shown.source || shown.title;
  if (!shown.as_of) return say("record_from_undated", { source });
  const told = say("record_from", { source, date: shown.as_of });
  return shown.age === "old" ? `${told} ${say("not_checked_since", { date: shown.as_of })}` : told;
}
