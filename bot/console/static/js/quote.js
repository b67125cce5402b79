// The quote editor: lines come and go, each change asks for the quote anew, and only what works out can be kept.
const lines = () => document.getElementById("quote-lines");
const again = () => htmx.trigger(lines().closest("[hx-post]"), "lines");

document.addEventListener("click", (event) => {
  const drop = event.target.closest("[data-drops]");
  if (drop) {
    drop.closest(".line").remove();
    again();
    document.querySelector("#quote-form [data-adds]")?.focus();
  }
});
document.body.addEventListener("htmx:configRequest", (event) => {
  const add = event.detail.elt;
  if (!add.matches("[data-adds]")) return;
  event.detail.parameters.number = add.dataset.next;
  add.dataset.next = Number(add.dataset.next) + 1;
});
document.body.addEventListener("htmx:afterSwap", (event) => {
  if (!document.getElementById("quote-form")) return;
  const target = event.detail.target;
  if (target.id === "quote-preview") document.querySelector("#quote-form [data-keeps]").disabled = !target.querySelector("[data-good]");
  if (target.id === "quote-lines") lines().lastElementChild.querySelector("input[data-goods]").focus();
  if (target.classList.contains("line")) again();
});
// The goods that fit what is typed.
let waiting = null;
document.addEventListener("input", (event) => {
  if (!event.target.matches("[data-goods]")) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => htmx.ajax("GET", `/console/goods?q=${encodeURIComponent(event.target.value)}`, { target: "#goods", swap: "innerHTML" }), 200);
});
