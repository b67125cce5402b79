// What this browser keeps between visits. Where it keeps nothing (private windows), the page's own memory does.

const memory = new Map();
const PREFIX = "supercargo.";

export function kept(name) {
  try {
    const value = localStorage.getItem(PREFIX + name);
    return value === null ? (memory.get(name) ?? null) : JSON.parse(value);
  } catch {
    return memory.get(name) ?? null;
  }
}

/** Keep a value; null: keep it no longer. */
export function keep(name, value) {
  if (value === null) memory.delete(name);
  else memory.set(name, value);
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Full, or forbidden: the memory has it as long as the page is open.
  }
}

/** Call `changed` when another tab of this browser keeps something else under `name`. */
export function onChange(name, changed) {
  addEventListener("storage", (event) => {
    if (event.key === PREFIX + name || event.key === null) changed();
  });
}

// Files of messages that were not sent yet: too large for localStorage.

const files = new Map();
let opening = null;

export async function keepFiles(id, list) {
  files.set(id, list);
  await withStore("readwrite", (store) => store.put(list, id));
}

export async function filesOf(id) {
  return files.get(id) ?? (await withStore("readonly", (store) => store.get(id))) ?? null;
}

export async function dropFiles(id) {
  files.delete(id);
  await withStore("readwrite", (store) => store.delete(id));
}

async function withStore(mode, action) {
  try {
    opening ??= new Promise((resolve, reject) => {
      const request = indexedDB.open("supercargo", 1);
      request.onupgradeneeded = () => request.result.createObjectStore("files");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const store = (await opening).transaction("files", mode).objectStore("files");
    const request = action(store);
    return await new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } catch {
    return undefined; // no such store in this browser: the memory has them as long as the page is open
  }
}
