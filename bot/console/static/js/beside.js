// Translations beside the originals can be put away; the choice is this browser's, for all conversations.
const KEY = "supercargo-original-only";
const off = () => { try { return localStorage.getItem(KEY) === "1"; } catch { return false; } };
let hidden = off();

function show() {
  document.documentElement.toggleAttribute("data-beside-off", hidden);
  for (const each of document.querySelectorAll("[data-beside]")) each.setAttribute("aria-pressed", String(hidden));
}

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-beside]")) return;
  hidden = !hidden;
  try { localStorage.setItem(KEY, hidden ? "1" : "0"); } catch { /* a browser that keeps nothing forgets it */ }
  show();
});
document.body.addEventListener("htmx:afterSettle", show);
// What was translated between the page and its stream was told to nobody: while something is waited for, look again.
setInterval(() => { if (!document.hidden && document.querySelector(".beside-waits")) document.body.dispatchEvent(new CustomEvent("live:here")); }, 3000);
show();
