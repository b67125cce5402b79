// One message as an element.

import { el, icon, unseen } from "./dom.js";
import { linked } from "./linking.js";
import { quoteCard } from "./quote_card.js";
import { say, shownMoment, shownSize, shownTime } from "./words.js";

const PICTURES = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

/**
 * `message` as the server tells it, or as it waits to be sent (no seq; `progress`, `trouble`, `blobs`).
 * `actions`: `again(id)`, `drop(id)`.
 */
export function messageView(message, actions) {
  const mine = (message.from ?? "buyer") === "buyer";
  const at = new Date(message.at);
  const files = message.files ?? [];
  return el(
    "article",
    {
      class: `message ${mine ? "mine" : "theirs"}${message.seq ? "" : " waiting"}${message.trouble ? " refused" : ""}`,
      "data-id": message.id,
      "data-seq": message.seq ?? null,
    },
    el("h3", { class: "name", dir: "auto" }, mine ? say("you") : say("them")),
    message.text.trim() ? el("div", { class: "bubble", dir: "auto" }, linked(message.text)) : null,
    files.length ? el("ul", { class: "files" }, files.map((file, number) => fileView(file, message.blobs?.[number]))) : null,
    message.progress !== undefined && !message.seq
      ? el("progress", { max: 1, value: message.progress, "aria-label": say("sending") })
      : null,
    message.quote ? quoteCard(message.quote) : null,
    el(
      "p",
      { class: "meta" },
      message.automatic ? el("span", { class: "automatic" }, say("automatic")) : null,
      el("time", { datetime: message.at, title: shownMoment(at) }, shownTime(at)),
      mine ? el("span", { class: "tick" }, tick(message.trouble ? "alert" : message.seq ? "tick" : "clock")) : null,
    ),
    message.trouble ? trouble(message, actions) : null,
  );
}

/** Show how far a message of the buyer has come. */
export function showSeen(article) {
  const holder = article.querySelector(".tick");
  if (!holder || article.classList.contains("seen")) return;
  article.classList.add("seen");
  holder.replaceChildren(tick("ticks"));
}

function tick(name) {
  const meaning = { clock: "sending", tick: "sent", ticks: "seen", alert: "not-sent" }[name];
  const holder = el("span", { title: say(meaning) }, icon(name), unseen(say(meaning)));
  return holder;
}

function trouble(message, actions) {
  return el(
    "p",
    { class: "message-trouble" },
    el("strong", {}, say("not-sent")),
    el("button", { type: "button", click: () => actions.again(message.id) }, say("try-again")),
    el("button", { type: "button", click: () => actions.drop(message.id) }, say("discard")),
  );
}

function fileView(file, blob) {
  const address = blob ? URL.createObjectURL(blob) : file.url;
  const picture = PICTURES.has(file.media_type) && address;
  const inside = picture
    ? el("img", { src: address, alt: file.name, loading: "lazy", decoding: "async" })
    : [
        icon("file"),
        el("span", { class: "file-name" }, el("bdi", {}, file.name), el("small", {}, shownSize(file.size))),
      ];
  const link = file.url
    ? el("a", { href: file.url, target: "_blank", rel: "noopener", class: picture ? "picture" : "file" }, inside)
    : el("span", { class: picture ? "picture" : "file" }, inside);
  if (picture) {
    // Said to be a picture, and is none: then it is a file like any other.
    link.firstChild.addEventListener("error", () => {
      link.className = "file";
      link.replaceChildren(icon("file"), el("span", { class: "file-name" }, el("bdi", {}, file.name)));
    });
  }
  return el("li", {}, link);
}
