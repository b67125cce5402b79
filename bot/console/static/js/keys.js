// Keyboard: an element with data-key="a" is pressed (or focused, for fields) by that key. Keys do nothing while
// somebody types, while a dialog is open, or together with Ctrl, Alt or Meta. "g i" goes to the inbox.
const typing = (target) => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
let before = "";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  if (typing(event.target) || document.querySelector("dialog[open]")) return;
  if (before === "g" && event.key === "i") { before = ""; location.assign("/console/inbox"); return; }
  before = event.key === "g" ? "g" : "";
  if (event.key === "?") { event.preventDefault(); document.getElementById("keys-help")?.showModal(); return; }
  const found = [...document.querySelectorAll(`[data-key="${CSS.escape(event.key)}"]`)].find((each) => each.checkVisibility() && !each.disabled);
  if (!found) return;
  event.preventDefault();
  if (found.matches("input, textarea")) { found.focus(); found.select?.(); } else if (found.matches("summary")) { found.parentElement.open = !found.parentElement.open; found.focus(); } else found.click();
});
