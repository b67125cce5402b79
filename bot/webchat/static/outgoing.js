// Messages on their way: kept in this browser until the server has stored them, sent one after the other.

import { dropFiles, filesOf, keep, keepFiles, kept } from "./keeping.js";
import { Patience } from "./pausing.js";
import { send } from "./server.js";

const QUEUE = "outgoing";
const WORKING = "supercargo.sending";

/**
 * `token()` gives the talk's token, beginning a talk where there is none; `lost()` is told that the server knows it
 * no more. `changed(message)` when one waits, goes (`progress` 0 to 1), is stored (`seq`) or is refused (`trouble`).
 */
export class Outgoing {
  #doors;
  #patience = new Patience();
  #running = false;

  constructor(doors) {
    this.#doors = doors;
  }

  /** What was written and not stored yet, oldest first. */
  get waiting() {
    return kept(QUEUE) ?? [];
  }

  async add(text, files) {
    const message = {
      id: newId(),
      text,
      at: new Date().toISOString(),
      files: files.map((file) => ({ name: file.name, size: file.size, media_type: file.type })),
    };
    if (files.length) await keepFiles(message.id, files);
    keep(QUEUE, [...this.waiting, message]);
    this.#doors.changed(message);
    this.work();
  }

  again(id) {
    this.#change(id, { trouble: undefined });
    this.work();
  }

  drop(id) {
    keep(QUEUE, this.waiting.filter((message) => message.id !== id));
    dropFiles(id);
  }

  /** Send what waits; does nothing while it is at it. */
  async work() {
    if (this.#running) return;
    this.#running = true;
    try {
      for (;;) {
        // One tab at a time: the queue is that of the browser.
        const step = await alone(() => this.#step());
        if (step === "done") return;
        if (step !== "next") await this.#patience.wait(step.seconds);
      }
    } finally {
      this.#running = false;
    }
  }

  async #step() {
    const message = this.waiting.find((each) => !each.trouble);
    if (!message) return "done";
    try {
      const files = message.files.length ? await filesOf(message.id) : [];
      if (!files) throw Object.assign(new Error(), { passes: false, code: "files_lost" });
      const token = await this.#doors.token();
      const stored = await send(token, message.id, message.text, files, (progress) =>
        this.#doors.changed({ ...message, progress }),
      );
      this.#patience.over();
      this.drop(message.id);
      this.#doors.changed({ ...message, seq: stored.seq });
      return "next";
    } catch (trouble) {
      if (trouble.status === 401) {
        this.#doors.lost();
        return "next";
      }
      if (trouble.passes) return { seconds: trouble.retryAfter };
      this.#change(message.id, { trouble: trouble.code ?? "unknown" });
      return "next";
    }
  }

  #change(id, values) {
    const changed = this.waiting.map((each) => (each.id === id ? { ...each, ...values } : each));
    keep(QUEUE, changed);
    const message = changed.find((each) => each.id === id);
    if (message) this.#doors.changed(message);
  }
}

async function alone(action) {
  if (!navigator.locks) return action();
  try {
    return await navigator.locks.request(WORKING, action);
  } catch {
    return action(); // a page in a frame may be forbidden to; the server stores a message once anyway
  }
}

function newId() {
  if (crypto.randomUUID) return crypto.randomUUID(); // only over https, and on this machine
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
