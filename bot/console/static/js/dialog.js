// Dialogs and menus: data-opens="id" shows a <dialog>, data-closes closes the one around it; a menu (<details>) closes
// when something else is pressed. A form that asks first has data-asks="id" of a dialog with its own button.
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  if (opener) {
    for (const menu of document.querySelectorAll("details.drop[open], .rail details[open]")) menu.open = false;
    document.getElementById(opener.dataset.opens)?.showModal();
  }
  const closer = event.target.closest("[data-closes]");
  if (closer) closer.closest("dialog")?.close();
  for (const menu of document.querySelectorAll("details.drop[open], .rail details[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
  if (event.target instanceof HTMLDialogElement) event.target.close();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.drop[open], .rail details[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
