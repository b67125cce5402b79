// The talk on the screen: in the order of the server, what waits at the end, each message once.

import { byId, el } from "./dom.js";
import { messageView, showSeen } from "./message_view.js";
import { replaceEarlier } from "./quote_card.js";
import { dayKey, say, shownDay, shownNumber } from "./words.js";

const NEAR = 120; // px from the end that count as being there
const ROOM = 56; // px that stay above an answer that is longer than the screen
const TOGETHER = 5 * 60_000; // ms within which messages of one side stand together

export class LogView {
  #log = byId("log");
  #scroller = byId("scroller");
  #newest = byId("newest");
  #actions;
  #messages = new Map();
  #below = 0;

  /** `actions`: `again(id)`, `drop(id)`, `choose(text)`. */
  constructor(actions) {
    this.#actions = actions;
    this.#newest.addEventListener("click", () => this.toEnd());
    this.#scroller.addEventListener("scroll", () => this.#isAtEnd() && this.#nothingBelow(), { passive: true });
    new ResizeObserver(() => this.#stuck && this.toEnd("instant")).observe(this.#scroller);
    this.#scroller.addEventListener("load", () => this.#stuck && this.toEnd("instant"), true); // of pictures
  }

  #stuck = true;

  /** From now on what comes is read out by screen readers. */
  speak() {
    this.#log.setAttribute("aria-live", "polite");
  }

  /** Whether this message stands here already, stored. */
  has(id) {
    return Boolean(this.#messages.get(id)?.seq);
  }

  /** Put a message where it belongs, in place of itself where it is there. */
  put(message) {
    const before = this.#messages.get(message.id);
    if (before?.seq && (!before.mine || message.mine)) return; // what the server tells has more in it
    const known = message.mine ? { ...message, blobs: message.blobs ?? before?.blobs } : message;
    const stuck = this.#isAtEnd();
    this.#messages.set(message.id, known);
    const article = messageView(known, this.#actions);
    const old = before && this.#article(message.id);
    if (old) old.remove();
    this.#insert(article, known);
    if (known.quote) replaceEarlier(this.#log, newestOf([...this.#messages.values()], known.quote));
    this.#arrange();
    const mine = (known.from ?? "buyer") === "buyer";
    if (mine) this.toEnd(before ? "instant" : "smooth");
    else if (stuck) this.#show(article);
    else if (known.seq && !before) this.#oneBelow();
  }

  remove(id) {
    this.#messages.delete(id);
    this.#article(id)?.remove();
    this.#arrange();
  }

  clear() {
    this.#messages.clear();
    this.#log.replaceChildren();
    this.#nothingBelow();
  }

  /** Somebody of the team has looked at the buyer's messages up to `seq`. */
  seenThrough(seq) {
    for (const article of this.#log.querySelectorAll(".message.mine[data-seq]")) {
      if (Number(article.dataset.seq) <= seq) showSeen(article);
    }
  }

  toEnd(behavior = "smooth") {
    this.#stuck = true;
    this.#scroller.scrollTo({ top: this.#scroller.scrollHeight, behavior: calm() ? "instant" : behavior });
    this.#nothingBelow();
  }

  /** The beginning of an answer, and as much of it as there is room for. */
  #show(article) {
    const end = this.#scroller.scrollHeight - this.#scroller.clientHeight;
    const top = article.offsetTop - this.#scroller.offsetTop - ROOM;
    if (top >= end) return this.toEnd();
    this.#stuck = false;
    this.#newest.hidden = false;
    this.#scroller.scrollTo({ top, behavior: calm() ? "instant" : "smooth" });
  }

  #article(id) {
    return this.#log.querySelector(`.message[data-id="${CSS.escape(id)}"]`);
  }

  #insert(article, message) {
    const later = message.seq
      ? [...this.#log.querySelectorAll(".message")].find(
          (each) => !each.dataset.seq || Number(each.dataset.seq) > message.seq,
        )
      : null;
    this.#log.insertBefore(article, later ?? null);
  }

  /** Day lines, names once a group, and answers to tap under the last message alone. */
  #arrange() {
    for (const each of this.#log.querySelectorAll(".day, .choices")) each.remove();
    let previous = null;
    for (const article of [...this.#log.querySelectorAll(".message")]) {
      const message = this.#messages.get(article.dataset.id);
      const at = new Date(message.at);
      const newDay = !previous || dayKey(previous.at) !== dayKey(at);
      if (newDay) article.before(el("p", { class: "day" }, el("time", {}, shownDay(at))));
      const side = message.from ?? "buyer";
      article.classList.toggle("follows", !newDay && previous.side === side && at - previous.at < TOGETHER);
      previous = { at, side, message, article };
    }
    if (previous?.side === "seller" && previous.message.choices) previous.article.after(this.#choices(previous.message.choices));
  }

  #choices(choices) {
    return el(
      "div",
      { class: "choices", role: "group", "aria-label": say("choices") },
      choices.map((choice) => el("button", { type: "button", dir: "auto", click: () => this.#actions.choose(choice.text) }, choice.label)),
    );
  }

  #isAtEnd() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    this.#stuck = scrollHeight - scrollTop - clientHeight < NEAR;
    return this.#stuck;
  }

  #oneBelow() {
    this.#below += 1;
    byId("newest-text").textContent = shownNumber(this.#below);
    this.#newest.hidden = false;
  }

  #nothingBelow() {
    this.#below = 0;
    byId("newest-text").textContent = "";
    this.#newest.hidden = true;
  }
}

function newestOf(messages, quote) {
  return messages
    .map((message) => message.quote)
    .filter((each) => each?.number === quote.number)
    .reduce((a, b) => (b.revision > a.revision ? b : a));
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
