// One question to the server, its events as they come.

export class Refused extends Error {
  constructor(kind) {
    super(kind);
    this.kind = kind;
  }
}

/**
 * Ask, and call on[type](event) for each event. Resolves when "done" has come.
 * Throws Refused with the key of what to say: too_many, too_long, fault, dropped.
 */
export async function ask({ message, conversation, without = [], signal }, on) {
  let response;
  try {
    response = await fetch("/api/ask", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/x-ndjson" },
      body: JSON.stringify({ message, conversation, without }),
      signal,
    });
  } catch (error) {
    throw error.name === "AbortError" ? error : new Refused("dropped");
  }
  if (response.status === 429) throw new Refused("too_many");
  if (response.status === 413) throw new Refused("too_long");
  if (!response.ok) throw new Refused("fault");
  let done = false;
  try {
    for await (const event of lines(response.body)) {
      if (event.type === "fault") throw new Refused("fault");
      on[event.type]?.(event);
      done ||= event.type === "done";
    }
  } catch (error) {
    if (error instanceof Refused || error.name === "AbortError") throw error;
    throw new Refused("dropped");
  }
  if (!done) throw new Refused("dropped");
}

async function* lines(stream) {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    rest += decoder.decode(value ?? new Uint8Array(), { stream: !done });
    const whole = rest.split("\n");
    rest = whole.pop();
    for (const line of whole) if (line) yield JSON.parse(line);
    if (done) break;
  }
}
