// Addresses in a text made clickable; everything else stays text.

import { el } from "./dom.js";

const ADDRESS = /(?:https?:\/\/|mailto:)[^\s<>"'`\u200e\u200f\u202a-\u202e\u2066-\u2069]+/giu;
const LEFT_OUT = /[.,;:!?)\]}»”’。，；：！？）】]+$/u;
const ALLOWED = new Set(["http:", "https:", "mailto:"]);

/** `text` as nodes. */
export function linked(text) {
  const nodes = [];
  let at = 0;
  for (const found of text.matchAll(ADDRESS)) {
    const address = found[0].replace(LEFT_OUT, "");
    const url = parsed(address);
    if (!url) continue;
    nodes.push(text.slice(at, found.index));
    nodes.push(
      el("a", { href: url.href, target: "_blank", rel: "noopener noreferrer nofollow ugc", dir: "ltr" }, address),
    );
    at = found.index + address.length;
  }
  nodes.push(text.slice(at));
  return nodes.filter((node) => node !== "");
}

function parsed(address) {
  try {
    const url = new URL(address);
    return ALLOWED.has(url.protocol) ? url : null;
  } catch {
    return null;
  }
}
