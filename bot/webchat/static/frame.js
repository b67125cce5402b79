// The page inside the widget: it tells the site that holds it how many messages nobody has seen, and no words of them.

const inside = window.parent !== window;
const embedded = document.documentElement.classList.contains("embedded");
let open = !embedded || !inside;

/** Whether somebody can see the talk now. */
export const isShown = () => open && document.visibilityState === "visible";

export function tellSite(message) {
  if (inside) window.parent.postMessage({ supercargo: message }, "*");
}

/** `shown()` when the talk can be seen again; `opened()` when the widget was opened. */
export function listenToSite(shown, opened) {
  document.addEventListener("visibilitychange", () => isShown() && shown());
  addEventListener("message", (event) => {
    if (!inside || event.source !== window.parent || typeof event.data?.supercargo !== "string") return;
    if (event.data.supercargo === "opened") {
      open = true;
      shown();
      opened();
    }
    if (event.data.supercargo === "closed") open = false;
  });
}

/** What the site asked for in the address: colour and where the buyer comes from. */
export function wishes() {
  const asked = new URLSearchParams(location.search);
  const colour = asked.get("color") ?? "";
  return {
    colour: /^[0-9a-f]{6}$/i.test(colour) ? `#${colour}` : null,
    source: (asked.get("source") ?? "").slice(0, 500) || null,
    name: (asked.get("name") ?? "").slice(0, 120) || null,
    country: /^[a-z]{2}$/i.test(asked.get("country") ?? "") ? asked.get("country").toUpperCase() : null,
  };
}

/** Paint the page in the site's colour, with writing on it that can be read. */
export function paint(colour) {
  if (!colour) return;
  const [red, green, blue] = [1, 3, 5].map((at) => linear(parseInt(colour.slice(at, at + 2), 16) / 255));
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const style = document.documentElement.style;
  style.setProperty("--accent", colour);
  style.setProperty("--on-accent", (light + 0.05) / 0.05 > 1.05 / (light + 0.05) ? "#10181a" : "#ffffff");
}

const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
