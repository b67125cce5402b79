// The talk begins at its end, and stays there while somebody reads the end.
const talk = () => document.getElementById("talk");
let atEnd = true;
const toEnd = () => { const box = talk(); if (box) box.scrollTop = box.scrollHeight; };
toEnd();
document.addEventListener("scroll", (event) => {
  if (event.target.id === "talk") atEnd = event.target.scrollHeight - event.target.scrollTop - event.target.clientHeight < 60;
}, true);
document.body.addEventListener("htmx:afterSettle", (event) => { if (event.detail.target?.id === "talk" && atEnd) toEnd(); });
// The row of this conversation is marked in the queue beside it.
document.body.addEventListener("htmx:afterSettle", (event) => {
  const queue = event.detail.target;
  if (queue?.id === "queue" && queue.dataset.current) document.getElementById(`c-${queue.dataset.current}`)?.querySelector("a")?.setAttribute("aria-current", "page");
});
