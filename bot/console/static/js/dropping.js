// A place to drop files on: shows what was chosen.
for (const place of document.querySelectorAll("[data-dropping]")) {
  const input = place.querySelector("input[type=file]");
  const chosen = place.querySelector("[data-chosen]");
  const show = () => { chosen.textContent = [...input.files].map((file) => file.name).join(", "); };
  input.addEventListener("change", show);
  for (const name of ["dragover", "dragleave", "drop"]) {
    place.addEventListener(name, (event) => { event.preventDefault(); place.classList.toggle("over", name === "dragover"); });
  }
  place.addEventListener("drop", (event) => { input.files = event.dataTransfer.files; show(); });
}
