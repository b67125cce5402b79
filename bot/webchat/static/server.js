// The chat's HTTP interface.

/** An answer that is not what was asked for. `status` 0: there was no answer at all. */
export class Trouble extends Error {
  constructor(status, code, detail, retryAfter = null) {
    super(detail);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** Whether the same request can be right later. */
  get passes() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

export async function begin(talk) {
  return (await ask("/api/chat/sessions", null, { method: "POST", body: JSON.stringify(talk) })).json();
}

export async function leave(token) {
  await ask("/api/chat/sessions/current", token, { method: "DELETE", keepalive: true });
}

export async function tellSeen(token, seq, visible) {
  await ask("/api/chat/seen", token, { method: "POST", body: JSON.stringify({ seq, visible }) });
}

/** The stream of the talk after `seq`, as a response whose body is read on and on. */
export function stream(token, seq, signal) {
  return ask(`/api/chat/events?after=${seq}`, token, { signal, headers: { Accept: "text/event-stream" } });
}

/** {"seq", "id"} once the message is stored. `files` are File objects, `progress` is told 0 to 1. */
export async function send(token, id, text, files, progress) {
  if (files.length === 0) {
    const answer = await ask("/api/chat/messages", token, { method: "POST", body: JSON.stringify({ id, text }) });
    return answer.json();
  }
  const form = new FormData();
  form.append("id", id);
  form.append("text", text);
  for (const file of files) form.append("files", file, file.name);
  return sendForm(token, form, progress);
}

async function ask(path, token, { headers = {}, ...options }) {
  if (token) headers.Authorization = `Bearer ${token}`;
  if (options.body) headers["Content-Type"] = "application/json";
  let answer;
  try {
    answer = await fetch(path, { ...options, headers, cache: "no-store", credentials: "omit" });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Trouble(0, "network", String(error));
  }
  if (answer.ok) return answer;
  throw trouble(answer.status, await answer.text().catch(() => ""), answer.headers.get("Retry-After"));
}

// fetch() tells nothing of how far an upload is.
function sendForm(token, form, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/chat/messages");
    request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onload = () =>
      request.status < 300
        ? resolve(JSON.parse(request.responseText))
        : reject(trouble(request.status, request.responseText, request.getResponseHeader("Retry-After")));
    request.onerror = () => reject(new Trouble(0, "network", "the connection broke"));
    request.send(form);
  });
}

function trouble(status, body, retryAfter) {
  let told = {};
  try {
    told = JSON.parse(body);
  } catch {
    // A proxy's own page.
  }
  return new Trouble(status, told.code ?? "unknown", told.detail ?? `HTTP ${status}`, Number(retryAfter) || null);
}
