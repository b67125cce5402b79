// The page's words, and figures, times and amounts the way the buyer's language writes them.

export const settings = JSON.parse(document.getElementById("settings").textContent);
// Mexico writes 1,910.00 where Spain writes 1.910,00: the browser knows which of a language's countries it is in.
const regional = navigator.languages.find((tag) => tag.startsWith(`${settings.language}-`)) ?? settings.language;
const language = settings.language === "ar" ? `${regional}-u-nu-latn` : regional;

/** The text of a message, with what stands for `{name}` put in. */
export function say(message, values = {}) {
  const text = settings.words[message];
  if (text === undefined) throw new Error(`no words for ${message}`);
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

const time = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" });
const weekday = new Intl.DateTimeFormat(language, { weekday: "short", hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long" });
const date = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
const dateAndTime = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });

export const shownTime = (at) => time.format(at);
export const shownMoment = (at) => dateAndTime.format(at);
/** A date without a time, as `2026-12-07`. */
export const shownDate = (iso) => date.format(new Date(`${iso}T00:00:00Z`));

/** When it is: the time alone where that is today. */
export function shownSoon(at) {
  return dayKey(at) === dayKey(new Date()) ? time.format(at) : weekday.format(at);
}

export function dayKey(at) {
  return `${at.getFullYear()}-${at.getMonth()}-${at.getDate()}`;
}

export function shownDay(at) {
  const now = new Date();
  if (dayKey(at) === dayKey(now)) return say("today");
  now.setDate(now.getDate() - 1);
  return dayKey(at) === dayKey(now) ? say("yesterday") : day.format(at);
}

/** `amount` is a decimal string; it is never turned into a binary fraction. */
export function shownMoney(amount, currency) {
  const decimals = Math.max(2, (amount.split(".")[1] ?? "").length);
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency,
    currencyDisplay: "code",
    useGrouping: "always",
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(amount);
}

export const shownNumber = (number) => new Intl.NumberFormat(language).format(number);

export function shownSize(bytes) {
  const units = ["kilobyte", "megabyte"];
  const large = bytes >= 1024 * 1024;
  const size = large ? bytes / (1024 * 1024) : Math.max(1, bytes / 1024);
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: units[Number(large)],
    maximumFractionDigits: large && size < 10 ? 1 : 0,
  }).format(size);
}
