// "Send this question to the advisors": shows all that would be sent, and sends nothing until "Send" is pressed.

import { h } from "./dom.js";
import { given, say } from "./words.js";

export function openSend(data, remark, sent) {
  const question = h("textarea", { id: "adv-send-question", rows: "4", maxlength: given.most });
  const reason = h("textarea", { id: "adv-send-reason", rows: "2", maxlength: given.mostRemark });
  question.value = data.question;
  reason.value = remark;
  const problem = h("p", { class: "adv-problem", role: "alert" });
  const dialog = h("dialog", { class: "adv-dialog", "aria-labelledby": "adv-send-title", onclose: () => dialog.remove() },
    h("h2", { id: "adv-send-title" }, say("send_title")),
    h("p", {}, say("send_what")),
    h("form", { onsubmit: submit },
      h("label", { for: "adv-send-question" }, say("send_question")), question,
      h("label", { for: "adv-send-reason" }, say("send_reason")), reason,
      h("p", {}, say("send_answer")),
      h("blockquote", { class: "adv-scroll", tabindex: "0", lang: "en" }, data.answer.text),
      problem,
      h("p", { class: "adv-row" },
        h("button", { class: "adv-primary" }, say("send")),
        h("button", { type: "button", class: "adv-plain-button", onclick: () => dialog.close() }, say("cancel")))));

  async function submit(event) {
    event.preventDefault();
    problem.textContent = "";
    // the answer quotes the question: it must not bring back what was taken out of it
    const claims = data.answer.claims.map((claim) => ({ ...claim, said: null }));
    const answer = { ...data.answer, question: question.value, standalone: "", filters: [], findings: [], claims };
    try {
      const response = await fetch("/api/cases", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ question: question.value, remark: reason.value, answer }),
      });
      if (!response.ok) throw new Error(String(response.status));
      dialog.close();
      sent();
    } catch (error) {
      problem.textContent = say(error.message === "429" ? "too_many" : "fault");
    }
  }
  document.getElementById("advisor").append(dialog);
  dialog.showModal();
}
