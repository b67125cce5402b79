// Waiting before the next try: longer each time, and not at all once the network is back.

const LONGEST = 30_000;

export class Patience {
  #tries = 0;

  /** Wait before the next try; `seconds` is the server's own wish. */
  async wait(seconds = null) {
    const own = Math.min(LONGEST, 500 * 2 ** this.#tries) * (0.75 + Math.random() / 2);
    this.#tries += 1;
    await pause(seconds ? seconds * 1000 : own);
  }

  over() {
    this.#tries = 0;
  }
}

function pause(milliseconds) {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener("online", go);
      resolve();
    };
    const timer = setTimeout(go, milliseconds);
    addEventListener("online", go);
  });
}
