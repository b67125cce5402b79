// Spans of time that go on while the page is open: <time class="ago" datetime>, <… data-due="ISO">.
const span = (ms) => {
  const minutes = Math.max(0, Math.floor(ms / 60000)), hours = Math.floor(minutes / 60), days = Math.floor(hours / 24);
  if (days) return `${days} d ${hours % 24} h`;
  if (hours) return `${hours} h ${String(minutes % 60).padStart(2, "0")}`;
  return `${minutes} min`;
};
const refresh = () => {
  for (const time of document.querySelectorAll("time.ago")) time.textContent = span(Date.now() - Date.parse(time.dateTime));
};
setInterval(refresh, 30_000);
document.body.addEventListener("htmx:afterSettle", refresh);
