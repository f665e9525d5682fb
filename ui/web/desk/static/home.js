// The first page: shows how far the drafts of a queue are, without a reload.
const place = document.getElementById("dsk-queues");
const EVERY = 2000;

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

async function look() {
  const open = [...place.querySelectorAll("[data-queue]")].filter((item) => item.querySelector("progress"));
  if (!open.length) return;
  try {
    const reply = await fetch("/desk/progress", { headers: { "X-CSRF-Token": "" } });
    if (reply.status === 401) return; // signed out meanwhile
    const { queues } = await reply.json();
    for (const item of open) {
      const queue = queues.find((other) => other.batch === item.dataset.queue);
      if (!queue) continue;
      const bar = item.querySelector("progress");
      bar.value = queue.drafted;
      item.querySelector("[data-told]").textContent = fill(place.dataset.state, queue);
      if (queue.drafted < queue.total) continue;
      bar.parentElement.remove();
      // said once, when it is so; every step would only be noise
      document.getElementById("dsk-ready").textContent = place.dataset.ready;
      for (const state of document.querySelectorAll("[data-waiting]")) state.textContent = state.dataset.waiting;
    }
  } catch { /* the line is gone for now; the next look may find it */ }
  setTimeout(look, EVERY);
}

if (place) setTimeout(look, EVERY);
