// The draft page: every change is held against its evidence at once; a signature stays in this browser.
const form = document.getElementById("draft");
const SIGNATURE = "advisor-desk-signature";
const WAIT = 350;

function confirmedOf(section) {
  return [...section.querySelectorAll('input[name="confirmed"]:checked')].map((box) => box.value);
}

/** Count confirmed lines over all questions. */
function tellProgress() {
  const boxes = [...document.querySelectorAll('input[name="confirmed"]')];
  const lines = boxes.length + document.querySelectorAll(".dsk-broken").length;
  const confirmed = boxes.filter((box) => box.checked).length;
  document.getElementById("progress").textContent = form.dataset.progress.replace("{confirmed}", confirmed).replace("{lines}", lines);
}

function markSection(section) {
  section.classList.toggle("dsk-off", Boolean(section.querySelector(".dsk-broken, .dsk-bare")));
}

async function check(section, latest) {
  const summary = section.querySelector(".dsk-summary");
  const data = new URLSearchParams({ draft: form.dataset.id, place: section.dataset.place, text: section.querySelector("textarea").value });
  for (const key of confirmedOf(section)) data.append("confirmed", key);
  try {
    const reply = await fetch(form.dataset.check, { method: "POST", body: data, headers: { "X-CSRF-Token": form.elements.csrf.value } });
    if (!reply.ok) throw new Error(String(reply.status));
    const found = await reply.json();
    if (latest !== section.checking) return; // a later change is being checked
    // the server fills the same template as for the page, with everything escaped
    const parsed = new DOMParser().parseFromString(found.html, "text/html");
    section.querySelector("[data-lines]").replaceChildren(...parsed.body.childNodes);
    if (summary.textContent !== found.summary) summary.textContent = found.summary;
  } catch {
    if (latest === section.checking) summary.textContent = form.dataset.failed;
  }
  markSection(section);
  tellProgress();
}

for (const section of form.querySelectorAll(".dsk-sheet")) {
  let timer = 0;
  section.checking = 0;
  section.querySelector("textarea").addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => check(section, ++section.checking), WAIT);
  });
  section.addEventListener("change", (event) => {
    if (event.target.name === "confirmed") tellProgress();
  });
  markSection(section);
}

// the signature is this browser's, not the server's
const signature = document.getElementById("signature");
try {
  signature.value = localStorage.getItem(SIGNATURE) || "";
  signature.addEventListener("input", () => localStorage.setItem(SIGNATURE, signature.value));
} catch { /* a browser that keeps nothing */ }

// what is typed and not saved is not lost without a word
let typed = false;
form.addEventListener("input", (event) => { typed = typed || !["name", "signature", "form", "notes"].includes(event.target.name); });
form.addEventListener("submit", () => { typed = false; });
addEventListener("beforeunload", (event) => { if (typed) event.preventDefault(); });

const copy = document.getElementById("copy");
copy.hidden = !navigator.clipboard;
copy.addEventListener("click", async () => {
  const data = new FormData(form);
  data.set("form", "text");
  const reply = await fetch(`/desk/drafts/${form.dataset.id}/export`, { method: "POST", body: new URLSearchParams(data) });
  if (!reply.ok) return;
  await navigator.clipboard.writeText(await reply.text());
  document.getElementById("copied").textContent = form.dataset.copied;
});
