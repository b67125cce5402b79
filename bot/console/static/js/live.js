// One stream of what moved. It becomes events on <body> that elements listen for with hx-trigger:
//   live:desk, live:talk, live:reminder, live:orders, live:sourcing, live:complaints (detail: ids), live:here (about the conversation that the page shows),
//   live:any (any of them, at most every 400 ms).
// A hidden page lets go of the stream after half a minute and catches up when it is looked at again.
import { say } from "./toast.js";

const body = document.body;
const words = document.getElementById("live-words")?.dataset;
const here = () => document.querySelector("[data-conversation]")?.dataset.conversation;
let source = null, quiet = null, missed = false, lost = false, gathering = null;

const tell = (name, detail = {}) => body.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
const gather = () => {
  if (!gathering) gathering = setTimeout(() => { gathering = null; tell("live:any"); }, 400);
};
const everything = () => { tell("live:desk"); tell("live:talk"); tell("live:here"); tell("live:any"); };

function heard(topic, text) {
  const ids = JSON.parse(text || "{}");
  tell(`live:${topic}`, ids);
  if (here() && String(ids.conversation) === here()) tell("live:here", ids);
  if (topic === "reminder" && words) {
    say(words.reminder, "warn", { href: `/console/conversations/${ids.conversation}`, text: words.open });
  }
  gather();
}

// Morphing leaves what a person has opened open, what was fetched into data-kept in its place, and whatever somebody is
// filling in as it is: sent, it is held against the version that this person saw.
const FILLED_IN = "dialog[open], .order details form:has(:is(input, select, textarea):focus)";
let passedBy = false;
const isFilledIn = (node) => node.matches(FILLED_IN) && (passedBy = true);
document.addEventListener("close", () => { if (passedBy) { passedBy = false; tell("live:here"); } }, true);
if (window.Idiomorph) {
  Idiomorph.defaults.callbacks.beforeAttributeUpdated = (name, node) => !(name === "open" && node.matches("details, dialog"));
  Idiomorph.defaults.callbacks.beforeNodeMorphed = (old) => !(old instanceof Element && (old.hasAttribute("data-kept") || isFilledIn(old)));
}

// What was asked for an element that has been drawn anew meanwhile goes into the new one.
body.addEventListener("htmx:beforeSwap", (event) => {
  const { target } = event.detail;
  if (target && !target.isConnected && target.id) event.detail.target = document.getElementById(target.id) ?? target;
});

function open() {
  if (source || !body.dataset.live) return;
  source = new EventSource(body.dataset.live);
  source.addEventListener("hello", () => {
    if (missed) everything();
    if (lost && words) say(words.back, "ok");
    missed = lost = false;
    body.dataset.liveState = "on";
  });
  source.addEventListener("again", everything);
  for (const topic of ["desk", "talk", "reminder", "orders", "sourcing", "complaints"]) source.addEventListener(topic, (event) => heard(topic, event.data));
  source.addEventListener("error", () => {
    missed = true;
    body.dataset.liveState = "off";
    if (source.readyState === EventSource.CLOSED) { source = null; setTimeout(open, 5000); }
    setTimeout(() => { if (missed && !lost && source && words && !document.hidden) { lost = true; say(words.lost, "warn"); } }, 8000);
  });
}

function close() {
  source?.close();
  source = null;
  missed = true;
}

document.addEventListener("visibilitychange", () => {
  clearTimeout(quiet);
  if (document.hidden) quiet = setTimeout(close, 30_000); else open();
});
addEventListener("pagehide", close);
addEventListener("pageshow", (event) => { if (event.persisted) open(); });
open();
