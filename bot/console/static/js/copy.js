// Copying: data-copies="id" of a field or a block of text; the button says data-copied for a moment.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copies]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copies);
  const text = "value" in source ? source.value : source.textContent;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (source.select) source.select(); else getSelection().selectAllChildren(source);
    document.execCommand("copy");
  }
  const label = button.querySelector("span");
  const before = button.dataset.before ?? label.textContent;
  button.dataset.before = before;
  label.textContent = button.dataset.copied;
  setTimeout(() => { label.textContent = before; }, 2000);
});
