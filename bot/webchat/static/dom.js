// Elements from values. Text from outside only ever becomes text nodes.

const SVG = "http://www.w3.org/2000/svg";
const icons = document.getElementById("chat").dataset.icons;

export const byId = (id) => document.getElementById(id);

/** An element with attributes (null: left out; functions: listeners) and children (null: left out). */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name, value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

export function icon(name) {
  const made = document.createElementNS(SVG, "svg");
  made.setAttribute("class", "icon");
  made.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `${icons}#${name}`);
  made.append(use);
  return made;
}

/** What only a screen reader says. */
export const unseen = (text) => el("span", { class: "unseen" }, text);
