// The talk as it comes: server-sent events read with fetch(), so that the token stands in a header and in no address.

import { Patience } from "./pausing.js";
import { stream } from "./server.js";

const SILENCE = 45_000; // the server says something every 15 s

/**
 * Follows one talk until `stop()`: `told(event, data)` for each event, `connected(yes)` when that changes,
 * `lost()` once the server knows this token no more.
 */
export class Stream {
  #token;
  #after = 0;
  #handlers;
  #aborting = null;
  #stopped = false;

  constructor(token, handlers) {
    this.#token = token;
    this.#handlers = handlers;
    this.#run();
  }

  /** Connect anew: the server tells how things stand. */
  again() {
    this.#aborting?.abort();
  }

  stop() {
    this.#stopped = true;
    this.#aborting?.abort();
  }

  async #run() {
    const patience = new Patience();
    while (!this.#stopped) {
      try {
        await this.#read(patience);
      } catch (error) {
        if (error.status === 401) return this.#lost();
      }
      if (this.#stopped) return;
      this.#handlers.connected(false);
      await patience.wait();
    }
  }

  async #read(patience) {
    const aborting = (this.#aborting = new AbortController());
    let watchdog = setTimeout(() => aborting.abort(), SILENCE);
    try {
      const answer = await stream(this.#token, this.#after, aborting.signal);
      this.#handlers.connected(true);
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = "";
      for (;;) {
        const { value, done } = await reader.read();
        if (done || this.#stopped) return;
        clearTimeout(watchdog);
        watchdog = setTimeout(() => aborting.abort(), SILENCE);
        const text = rest + value;
        const whole = text.endsWith("\r") ? text.length - 1 : text.length; // its \n may be on its way
        const blocks = text.slice(0, whole).replace(/\r\n?/g, "\n").split("\n\n");
        rest = blocks.pop() + text.slice(whole);
        for (const block of blocks) this.#tell(block, patience);
      }
    } finally {
      clearTimeout(watchdog);
      aborting.abort();
    }
  }

  #tell(block, patience) {
    let event = "message";
    let data = "";
    for (const line of block.split("\n")) {
      if (line.startsWith("event:")) event = line.slice(6).trim();
      else if (line.startsWith("data:")) data += line.slice(5).trimStart();
    }
    if (!data || this.#stopped) return;
    patience.over();
    const value = JSON.parse(data);
    if (event === "gone") return this.#lost();
    if (event === "message") this.#after = Math.max(this.#after, value.seq);
    this.#handlers.told(event, value);
  }

  #lost() {
    this.stop();
    this.#handlers.lost();
  }
}
