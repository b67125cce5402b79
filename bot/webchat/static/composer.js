// Where the buyer writes: text, files by choosing, dragging or pasting, and Enter to send.

import { byId, el, icon } from "./dom.js";
import { keep, kept } from "./keeping.js";
import { say, settings, shownNumber, shownSize } from "./words.js";

const DRAFT = "draft";

export class Composer {
  #text = byId("text");
  #files = [];
  #send;

  /** `send(text, files)` is called with what was written. */
  constructor(send) {
    this.#send = send;
    this.#text.value = kept(DRAFT) ?? "";
    this.#text.addEventListener("input", () => this.#changed());
    this.#text.addEventListener("keydown", (event) => this.#key(event));
    byId("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    const input = byId("files");
    byId("attach").addEventListener("click", () => input.click());
    input.addEventListener("change", () => {
      this.#add([...input.files]);
      input.value = "";
    });
    this.#listenToDrops();
    this.#text.addEventListener("paste", (event) => {
      const files = [...event.clipboardData.files];
      if (files.length === 0) return;
      event.preventDefault();
      this.#add(files.map(named));
    });
    this.#changed();
  }

  focus() {
    this.#text.focus({ preventScroll: true });
  }

  #key(event) {
    const touch = matchMedia("(pointer: coarse)").matches;
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || touch) return;
    event.preventDefault();
    this.#submit();
  }

  #submit() {
    const text = this.#text.value.trim();
    if (!text && this.#files.length === 0) return;
    if (text.length > settings.longest) {
      this.#trouble(say("too-long", { count: shownNumber(text.length - settings.longest) }));
      return;
    }
    const files = this.#files;
    this.#files = [];
    this.#text.value = "";
    this.#changed();
    this.#showFiles();
    this.#send(text, files);
    this.focus();
  }

  #changed() {
    keep(DRAFT, this.#text.value || null);
    this.#text.style.height = "auto";
    this.#text.style.height = `${this.#text.scrollHeight}px`;
    byId("send").disabled = !this.#text.value.trim() && this.#files.length === 0;
    this.#trouble(null);
  }

  #add(files) {
    this.#trouble(null);
    for (const file of files) {
      const all = this.#files.reduce((sum, each) => sum + each.size, file.size);
      if (file.size > settings.largestFile) {
        this.#trouble(say("too-large", { name: file.name, size: shownSize(settings.largestFile) }));
      } else if (this.#files.length === settings.mostFiles) {
        this.#trouble(say("too-many", { count: shownNumber(settings.mostFiles) }));
      } else if (all > settings.largestForm * 0.95) {
        this.#trouble(say("all-too-large"));
      } else {
        this.#files.push(file);
      }
    }
    this.#showFiles();
  }

  #showFiles() {
    const list = byId("picked");
    for (const picture of list.querySelectorAll("img")) URL.revokeObjectURL(picture.src);
    list.replaceChildren(...this.#files.map((file) => this.#picked(file)));
    list.hidden = this.#files.length === 0;
    byId("send").disabled = !this.#text.value.trim() && this.#files.length === 0;
  }

  #picked(file) {
    const remove = () => {
      this.#files = this.#files.filter((each) => each !== file);
      this.#showFiles();
      this.focus();
    };
    return el(
      "li",
      {},
      /^image\/(png|jpeg|gif|webp)$/.test(file.type)
        ? el("img", { src: URL.createObjectURL(file), alt: "" })
        : icon("file"),
      el("span", { class: "file-name" }, el("bdi", {}, file.name), el("small", {}, shownSize(file.size))),
      el("button", { type: "button", class: "plain", "aria-label": say("remove", { name: file.name }), click: remove }, icon("close")),
    );
  }

  #listenToDrops() {
    const target = byId("chat");
    const sign = byId("dropping");
    let inside = 0;
    const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
    target.addEventListener("dragenter", (event) => {
      if (!holdsFiles(event)) return;
      inside += 1;
      sign.hidden = false;
    });
    target.addEventListener("dragleave", (event) => {
      if (!holdsFiles(event)) return;
      inside -= 1;
      sign.hidden = inside > 0 ? sign.hidden : true;
    });
    target.addEventListener("dragover", (event) => holdsFiles(event) && event.preventDefault());
    target.addEventListener("drop", (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      inside = 0;
      sign.hidden = true;
      this.#add([...event.dataTransfer.files]);
    });
  }

  #trouble(text) {
    byId("trouble").textContent = text ?? "";
    byId("trouble").hidden = !text;
  }
}

/** A pasted picture has no name of its own. */
function named(file) {
  if (file.name && file.name !== "image.png") return file;
  const ending = file.type.split("/")[1] ?? "png";
  return new File([file], `${say("pasted")}.${ending}`, { type: file.type });
}
