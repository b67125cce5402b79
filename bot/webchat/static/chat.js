// The buyer's chat: puts its parts together.

import { Composer } from "./composer.js";
import { byId } from "./dom.js";
import { isShown, listenToSite, paint, tellSite, wishes } from "./frame.js";
import { filesOf, keep, kept, onChange } from "./keeping.js";
import { LogView } from "./log_view.js";
import { listenToMenu } from "./menu.js";
import { Outgoing } from "./outgoing.js";
import { begin, leave, tellSeen } from "./server.js";
import { showConnection, showNotice, showState } from "./standing_view.js";
import { Stream } from "./stream.js";
import { say, settings } from "./words.js";

const TALK = "talk";
const SEEN_AFTER = 500; // ms
const title = document.title;
const asked = wishes();
let stream = null;
let followed; // null: no talk, undefined: not looked yet
let newestOfTeam = 0;
let told = { seq: 0, visible: false };
let seen = 0;
let unseenCount = 0;
let telling;

const log = new LogView({
  again: (id) => outgoing.again(id),
  drop(id) {
    outgoing.drop(id);
    log.remove(id);
  },
  choose: (text) => outgoing.add(text, []),
});
const outgoing = new Outgoing({ token, lost: forget, changed: showWaiting });
const composer = new Composer(async (text, files) => {
  await outgoing.add(text, files);
  byId("name-field").hidden = true;
});

async function token() {
  const known = kept(TALK);
  if (known) return known.token;
  const name = byId("name").value.trim() || asked.name;
  const source = asked.source ?? (document.referrer && !document.referrer.startsWith(location.origin) ? document.referrer.slice(0, 500) : null);
  const made = await begin({ locale: navigator.language || "en", name, country: asked.country, source });
  keep(TALK, made);
  follow();
  return made.token;
}

/** Follow the talk that this browser keeps, from its beginning. */
function follow() {
  const known = kept(TALK)?.token ?? null;
  if (known === followed) return;
  stream?.stop();
  followed = known;
  byId("name-field").hidden = Boolean(known) || outgoing.waiting.length > 0;
  if (!known) {
    showConnection(true);
    return;
  }
  tellSite("talk");
  stream = new Stream(known, {
    told: hear,
    connected: (yes) => {
      showConnection(yes, outgoing.waiting.length > 0);
      if (yes) outgoing.work();
    },
    lost: forget,
  });
}

function hear(event, data) {
  if (event === "state") {
    seen = Math.max(seen, data.seen);
    log.seenThrough(seen);
    showState(data, () => stream?.again());
    log.speak();
    return;
  }
  const fresh = !log.has(data.id);
  log.put(data);
  if (data.from === "buyer") {
    outgoing.drop(data.id);
    log.seenThrough(seen);
    return;
  }
  newestOfTeam = Math.max(newestOfTeam, data.seq);
  if (fresh && !isShown() && byId("log").getAttribute("aria-live") === "polite") countUnseen(unseenCount + 1);
  tellTicks();
}

async function showWaiting(message) {
  const blobs = message.files.length ? await filesOf(message.id) : null;
  if (message.seq || !log.has(message.id)) log.put({ ...message, from: "buyer", mine: true, blobs });
  log.seenThrough(seen);
}

function tellTicks() {
  clearTimeout(telling);
  telling = setTimeout(async () => {
    const visible = isShown();
    const known = kept(TALK);
    if (!known || newestOfTeam === 0 || (told.seq === newestOfTeam && (told.visible || !visible))) return;
    const now = { seq: newestOfTeam, visible };
    try {
      await tellSeen(known.token, now.seq, visible);
      told = now;
    } catch {
      // The next message, or the next look, tells it.
    }
  }, SEEN_AFTER);
}

function countUnseen(count) {
  unseenCount = count;
  document.title = count ? `(${count}) ${title}` : title;
  tellSite(`unseen:${count}`);
}

/** The server knows this talk no more: what waits goes into a new one. */
function forget() {
  keep(TALK, null);
  begunAnew();
  showNotice(say("ended"));
  outgoing.work();
}

function begunAnew() {
  newestOfTeam = seen = 0;
  told = { seq: 0, visible: false };
  log.clear();
  byId("doing").replaceChildren();
  countUnseen(0);
  follow();
  showAllWaiting();
}

function showAllWaiting() {
  for (const message of outgoing.waiting) showWaiting(message);
}

listenToMenu(async () => {
  const known = kept(TALK);
  keep(TALK, null);
  for (const message of outgoing.waiting) outgoing.drop(message.id);
  begunAnew();
  composer.focus();
  if (known) await leave(known.token).catch(() => {});
});
listenToSite(
  () => {
    countUnseen(0);
    tellTicks();
  },
  () => {
    log.toEnd("instant");
    composer.focus();
  },
);
onChange(TALK, () => {
  if ((kept(TALK)?.token ?? null) !== followed) begunAnew();
});
addEventListener("offline", () => showConnection(false, true));
addEventListener("online", () => outgoing.work());

paint(asked.colour);
showState(settings.state, () => stream?.again());
showAllWaiting();
follow();
outgoing.work();
if (matchMedia("(pointer: fine)").matches && isShown()) composer.focus();
document.documentElement.classList.add("ready");
tellSite("ready");
