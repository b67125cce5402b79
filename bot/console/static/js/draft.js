// The panel where something is decided: editing, what blocks, and what must not be drawn over while somebody types.
const desk = () => document.getElementById("desk");
const form = () => document.getElementById("decide");
const editing = () => Boolean(form()?.querySelector("textarea[name=text]:not([disabled])"));

let found = null;

function edit(on) {
  const area = form().querySelector("textarea[name=text]"), check = document.getElementById("check");
  if (on) found = check.innerHTML;
  else {
    area.value = area.defaultValue;
    if (found !== null) check.innerHTML = found;
    document.getElementById("changes").replaceChildren();
  }
  area.disabled = !on;
  for (const each of form().querySelectorAll("[data-editing]")) each.hidden = !on;
  for (const each of form().querySelectorAll("[data-reading]")) each.hidden = on;
  weigh();
  if (on) {
    area.focus();
    area.setSelectionRange(0, 0);
  } else if (found === null || !desk().querySelector(".desk-moved").hidden) redraw();
  else form().querySelector("[data-edits]").focus();
}

// Draw the panel as the store has it now; what was typed is given up. It takes its turn with the live updates.
function redraw() {
  desk().dataset.givenUp = "";
  document.getElementById("desk-seen").value = "";
  htmx.trigger("#desk-live", "redraw");
}

// Whoever sends a text that the guard objects to says why.
function weigh() {
  for (const each of desk()?.querySelectorAll("form") ?? []) {
    const reason = each.querySelector("[data-reason]"), send = each.querySelector("[data-approves]");
    if (!reason || !send) continue;
    const blocks = Number(each.querySelector("[data-blocks]")?.dataset.blocks ?? 0) > 0;
    reason.hidden = !blocks;
    const input = reason.querySelector("input");
    input.required = blocks;
    const empty = each.querySelector("textarea:not([disabled])")?.value.trim() === "";
    send.disabled = "forbidden" in send.dataset || empty || (blocks && !input.value.trim());
    if (send.dataset.edited) send.querySelector("span").textContent = editing() ? send.dataset.edited : send.dataset.plain;
  }
}

// Where the draft is as it was, what came in is its translation: that goes into its place beside the typing.
function onlyTranslated(html) {
  const next = new DOMParser().parseFromString(html, "text/html"), now = document.getElementById("beside-draft");
  const fresh = next.getElementById("beside-draft"), told = next.getElementById("decide")?.dataset.original;
  if (!now || !fresh || told !== form()?.dataset.original || now.innerHTML === fresh.innerHTML) return false;
  now.replaceChildren(...fresh.childNodes);
  return true;
}

const busy = () => !("givenUp" in desk().dataset) && busyWith();
const busyWith = () => editing() || Boolean(document.getElementById("own-words")?.value.trim()) || Boolean(desk()?.querySelector("dialog[open]")) || Boolean(desk()?.querySelector("#reason")?.value.trim());

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-edits]")) edit(true);
  else if (event.target.closest("[data-stops]")) edit(false);
  else if (event.target.closest("[data-redraws]")) redraw();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.id === "draft-words") edit(false);
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.closest("#desk textarea")) event.target.form.querySelector("[data-approves]").click();
});
document.addEventListener("input", (event) => { if (event.target.closest("#desk")) weigh(); });
document.addEventListener("change", (event) => {
  const group = event.target.closest("[data-most]");
  if (!group) return;
  const chosen = group.querySelectorAll("input:checked");
  if (chosen.length > Number(group.dataset.most)) event.target.checked = false;
});
document.body.addEventListener("htmx:afterSwap", weigh);
document.body.addEventListener("htmx:afterSettle", (event) => {
  weigh();
  if (event.detail.requestConfig?.triggeringEvent?.type === "redraw") document.getElementById("desk-title")?.focus();
  if (event.detail.requestConfig?.verb === "post" && event.detail.target?.id === "desk") document.getElementById("desk-title")?.focus();
});
// What came in while somebody was busy waits for a word instead of taking the words away.
document.body.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target?.id === "check" && !editing()) event.detail.shouldSwap = false; // the edit was given up
  if (event.detail.target?.id !== "desk" || event.detail.requestConfig.verb !== "get") return;
  const asked = event.detail.requestConfig.triggeringEvent?.type?.startsWith("live:");
  if (asked && busy() && event.detail.xhr.status === 200) {
    event.detail.shouldSwap = false;
    if (onlyTranslated(event.detail.xhr.responseText)) return;
    desk().querySelector(".desk-moved").hidden = false;
  }
});
weigh();
