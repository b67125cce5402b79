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
show();
