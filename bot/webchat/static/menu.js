// The menu in the corner, and the question before the talk is forgotten.

import { byId } from "./dom.js";
import { tellSite } from "./frame.js";

/** `forget()` once the buyer really wants a new chat. */
export function listenToMenu(forget) {
  const button = byId("menu-button");
  const menu = byId("menu");
  const item = byId("new-talk");
  const show = (open) => {
    menu.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) item.focus();
  };
  button.addEventListener("click", () => show(menu.hidden));
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".menu-holder")) show(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || byId("sure").open) return;
    if (menu.hidden) return tellSite("close");
    show(false);
    button.focus();
  });
  const sure = byId("sure");
  item.addEventListener("click", () => {
    show(false);
    sure.returnValue = "";
    sure.showModal();
  });
  sure.addEventListener("close", () => {
    if (sure.returnValue === "new") forget();
    else button.focus();
  });
  byId("close")?.addEventListener("click", () => tellSite("close"));
}
