// One line on the shop's own site brings the chat:
//   <script src="https://…/widget.js" async></script>
// What the line may say besides: data-lang="es", data-color="#0d5c63", data-position="left",
// data-source="spring fair", data-name, data-country="MX", data-label="…", data-open.
(() => {
  "use strict";
  const script = document.currentScript;
  if (!script || window.supercargoChat) return;
  const home = new URL(script.src);
  const labels = __LABELS__;
  const wish = script.dataset;
  const language = (wish.lang || document.documentElement.lang || navigator.language || "en").toLowerCase().split("-")[0];
  const words = labels[language] || labels[(navigator.language || "en").split("-")[0]] || labels.en;
  const colour = /^#?[0-9a-f]{6}$/i.test(wish.color || "") ? wish.color.replace("#", "") : "";
  const side = wish.position === "left" ? "left" : "right";
  const BUBBLE =
    "M5 7.500A2.500 2.500 0 0 1 7.500 5h9A2.500 2.500 0 0 1 19 7.500v6a2.500 2.500 0 0 1-2.500 2.500H12l-4.500 4v-4A2.500 2.500 0 0 1 5 13.500zM9 9.500h6M9 12.300h3.500";
  const DOWN = "m6 9.500 6 6 6-6";
  const KNOWN = "supercargo.talks";
  let frame = null;
  let open = false;
  let ready = false;
  let unseen = 0;

  const holder = document.createElement("div");
  const root = holder.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial; }
    .launcher { position: fixed; bottom: max(20px, env(safe-area-inset-bottom)); ${side}: 20px; z-index: 2147483000;
      display: grid; place-items: center; width: 60px; height: 60px; padding: 0; border: 0; border-radius: 20px; cursor: pointer;
      background: var(--accent, #0d5c63); color: var(--on-accent, #fff); box-shadow: 0 6px 22px rgb(8 24 28 / 28%); transition: transform .15s; }
    .launcher:hover { transform: translateY(-2px); }
    .launcher:focus-visible { outline: 3px solid var(--accent, #0d5c63); outline-offset: 3px; }
    .launcher svg { width: 28px; height: 28px; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
    .badge { position: absolute; top: -5px; right: -5px; min-width: 22px; height: 22px; padding: 0 6px; border-radius: 11px;
      background: #c62f26; color: #fff; font: 700 12px/22px system-ui, sans-serif; text-align: center; }
    .badge[hidden], .frame[hidden] { display: none; }
    .frame { position: fixed; bottom: calc(max(20px, env(safe-area-inset-bottom)) + 74px); ${side}: 20px; z-index: 2147483001;
      width: 400px; height: min(680px, calc(100dvh - 120px)); border: 0; border-radius: 20px; background: Canvas;
      box-shadow: 0 16px 60px rgb(8 24 28 / 30%); color-scheme: light dark; animation: rise .18s ease-out; }
    @keyframes rise { from { opacity: 0; transform: translateY(10px); } }
    @media (max-width: 520px), (max-height: 480px) {
      .frame { inset: 0; width: 100%; height: 100dvh; border-radius: 0; }
      .opened .launcher { display: none; }
    }
    @media (prefers-reduced-motion: reduce) { .launcher, .frame { transition: none; animation: none; } }
    @media print { .launcher, .frame { display: none; } }
  `);
  root.adoptedStyleSheets = [sheet];
  const box = document.createElement("div");
  const launcher = document.createElement("button");
  const badge = document.createElement("span");
  launcher.type = "button";
  launcher.className = "launcher";
  badge.className = "badge";
  badge.hidden = true;
  launcher.append(drawing(), badge);
  launcher.addEventListener("click", () => show(!open));
  box.append(launcher);
  root.append(box);
  paint();
  name();

  function drawing() {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    svg.append(path);
    return svg;
  }

  function paint() {
    if (!colour) return;
    const parts = [0, 2, 4].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
    const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    holder.style.setProperty("--accent", `#${colour}`);
    holder.style.setProperty("--on-accent", (light + 0.05) / 0.05 > 1.05 / (light + 0.05) ? "#10181a" : "#ffffff");
  }

  function name() {
    const label = open ? words.close : wish.label || words.open;
    launcher.setAttribute("aria-label", unseen ? `${label} (${unseen})` : label);
    launcher.setAttribute("aria-expanded", String(open));
    launcher.title = label;
    launcher.querySelector("path").setAttribute("d", open ? DOWN : BUBBLE);
    badge.textContent = unseen > 99 ? "99+" : String(unseen);
    badge.hidden = unseen === 0 || open;
  }

  function load() {
    if (frame) return;
    const address = new URL("chat", home);
    const asked = { embed: "1", lang: wish.lang, color: colour, source: wish.source || document.title, name: wish.name, country: wish.country };
    for (const [key, value] of Object.entries(asked)) if (value) address.searchParams.set(key, value);
    frame = document.createElement("iframe");
    frame.className = "frame";
    frame.title = wish.label || words.open;
    frame.src = address.href;
    frame.hidden = true;
    box.append(frame);
  }

  function show(yes) {
    load();
    open = yes;
    frame.hidden = !yes;
    box.classList.toggle("opened", yes);
    tell(yes ? "opened" : "closed");
    if (yes) frame.focus();
    else launcher.focus();
    name();
  }

  function tell(message) {
    if (ready) frame.contentWindow.postMessage({ supercargo: message }, home.origin);
  }

  addEventListener("message", (event) => {
    const message = event.data && event.data.supercargo;
    if (!frame || event.source !== frame.contentWindow || event.origin !== home.origin || typeof message !== "string") return;
    if (message === "ready") {
      ready = true;
      if (open) tell("opened");
    }
    if (message === "close" && open) show(false);
    if (message === "talk") remember();
    if (message.startsWith("unseen:")) {
      unseen = Number(message.slice(7)) || 0;
      name();
    }
  });

  function remember() {
    try {
      localStorage.setItem(KNOWN, "1");
    } catch {
      // Then the talk is found again when the chat is opened.
    }
  }

  function isKnown() {
    try {
      return localStorage.getItem(KNOWN) === "1";
    } catch {
      return false;
    }
  }

  function begin() {
    document.body.append(holder);
    if (isKnown()) load(); // somebody who talked with us before sees that there is an answer
    if ("open" in wish) show(true);
  }

  window.supercargoChat = { open: () => show(true), close: () => show(false) };
  if (document.body) begin();
  else document.addEventListener("DOMContentLoaded", begin);
})();
