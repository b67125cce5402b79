// How the talk stands: who is at work, what the team is doing, whether there is a connection.

import { byId, el, icon } from "./dom.js";
import { say, shownSoon } from "./words.js";

const TIRED = 10 * 60_000; // ms after which the dots stop: the words stay true, the hurry would not
const NOTICED = 2500; // ms without a connection before it is worth a word
let tiring;
let noticing;
let turning;

/** `state` as the server tells it; `again` is called when the shop opens or closes. */
export function showState(state, again) {
  const changes = state.changes_at ? new Date(state.changes_at) : null;
  const hours = byId("hours");
  hours.textContent = changes ? say(state.open ? "open-until" : "opens-at", { time: shownSoon(changes) }) : "";
  hours.classList.toggle("open", state.open);
  clearTimeout(turning);
  const wait = changes ? changes - Date.now() : Infinity;
  if (wait > 0 && wait < 2 ** 31) turning = setTimeout(again, wait + 1000);
  showDoing(state.doing, state.open ? null : changes);
}

/** `opens`: when somebody can do it at all, null: now. */
function showDoing(doing, opens) {
  const place = byId("doing");
  clearTimeout(tiring);
  place.classList.remove("still");
  if (!doing) return place.replaceChildren();
  if (opens && doing === "checking") {
    return place.replaceChildren(icon("clock"), el("span", {}, say("later", { time: shownSoon(opens) })));
  }
  const dots = el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
  const words = say(doing);
  if (place.textContent !== words) place.replaceChildren(dots, el("span", {}, words));
  tiring = setTimeout(() => place.classList.add("still"), TIRED);
}

export function showConnection(connected, waiting) {
  const banner = byId("banner");
  clearTimeout(noticing);
  if (connected) {
    banner.hidden = true;
    return;
  }
  const show = () => {
    banner.textContent = say(navigator.onLine === false || waiting ? "offline" : "connecting");
    banner.hidden = false;
  };
  if (banner.hidden) noticing = setTimeout(show, navigator.onLine === false ? 0 : NOTICED);
  else show();
}

/** A word that stays until the next connection trouble or message. */
export function showNotice(text) {
  byId("banner").textContent = text;
  byId("banner").hidden = false;
}
