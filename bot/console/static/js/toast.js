// Short messages that go away. The server sends them with the header HX-Trigger: {"toast": {"text", "kind"}}.
const place = document.getElementById("toasts");

export function say(text, kind = "ok", link = null, seconds = kind === "ok" ? 5 : 12) {
  const toast = document.createElement("p");
  toast.className = "toast";
  toast.dataset.kind = kind;
  const words = document.createElement("span");
  words.textContent = text;
  toast.append(words);
  if (link) {
    const anchor = document.createElement("a");
    anchor.href = link.href;
    anchor.textContent = link.text;
    toast.append(anchor);
  }
  place.append(toast);
  leave(toast, seconds * 1000);
}

const leave = (toast, after) => setTimeout(() => toast.remove(), after);

for (const toast of place.querySelectorAll(".toast")) leave(toast, 6000);
// A module that another one imports has two addresses, and so runs twice: it listens once.
if (!("heard" in place.dataset)) {
  place.dataset.heard = "";
  document.body.addEventListener("toast", (event) => say(event.detail.text, event.detail.kind, null, event.detail.seconds));
  document.body.addEventListener("htmx:sendError", () => say(place.dataset.offline || "The server cannot be reached.", "bad"));
}
