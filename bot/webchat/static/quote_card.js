// A quote in the talk: what it costs, until when, and how to order. Its figures are the server's, never summed here.

import { el, icon } from "./dom.js";
import { say, shownDate, shownMoney, shownNumber } from "./words.js";

export function quoteCard(quote) {
  const money = (amount) => shownMoney(amount, quote.currency);
  return el(
    "section",
    { class: "quote", "data-number": quote.number, "data-revision": quote.revision, "aria-label": `${say("quote")} ${quote.number}` },
    el(
      "header",
      { class: "quote-top" },
      icon("quote"),
      el("span", { class: "quote-name" }, say("quote"), " ", el("bdi", {}, quote.number)),
      el("span", { class: "quote-terms", dir: "ltr" }, quote.incoterm),
    ),
    quote.revision > 1 ? el("p", { class: "quote-revision" }, say("revision", { number: quote.revision })) : null,
    table(quote, money),
    quote.total === null ? el("p", { class: "quote-choose" }, say("choose")) : null,
    facts(quote),
    el("p", { class: "quote-replaced", hidden: true }),
    actions(quote),
    benefits(quote),
    check(quote),
  );
}

/** Say on an earlier card that a later revision holds. */
export function replaceEarlier(log, quote) {
  for (const card of log.querySelectorAll(".quote")) {
    if (card.dataset.number !== quote.number || Number(card.dataset.revision) >= quote.revision) continue;
    card.classList.add("replaced");
    const note = card.querySelector(".quote-replaced");
    note.textContent = say("replaced", { number: quote.revision });
    note.hidden = false;
    card.querySelector(".order")?.remove();
    card.querySelector(".benefits")?.remove();
  }
}

function table(quote, money) {
  const heads = ["product", "quantity", "amount"].map((name) => el("th", { scope: "col" }, say(name)));
  const rows = quote.lines.map((line) =>
    el(
      "tr",
      { class: line.customization ? "option" : null },
      el(
        "th",
        { scope: "row" },
        el("bdi", {}, line.customization ?? line.name ?? line.sku),
        el("small", {}, el("bdi", {}, line.sku), line.sample ? ` · ${say("sample")}` : ""),
      ),
      el(
        "td",
        {},
        el("bdi", {}, `${shownNumber(line.quantity)} ${line.unit ?? ""}`.trim()),
        el("small", {}, "× ", el("bdi", {}, money(line.unit_price))),
      ),
      el("td", { class: "amount" }, el("bdi", {}, money(line.amount))),
    ),
  );
  const freight = quote.freight;
  const below = [];
  if (freight) {
    const days = freight.days_min === freight.days_max ? freight.days_min : `${freight.days_min}–${freight.days_max}`;
    const name = say("freight", { method: freight.method, days });
    below.push(
      el("tr", {}, el("th", { scope: "row", colspan: 2 }, name), el("td", { class: "amount" }, el("bdi", {}, money(freight.amount)))),
    );
  }
  if (quote.total !== null) {
    below.push(
      el(
        "tr",
        { class: "total" },
        el("th", { scope: "row", colspan: 2 }, say("total")),
        el("td", { class: "amount" }, el("bdi", {}, money(quote.total))),
      ),
      ...(quote.deposit === null ? [] : parts(quote, money)),
    );
  }
  return el("table", {}, el("thead", {}, el("tr", {}, heads)), el("tbody", {}, rows), below.length ? el("tfoot", {}, below) : null);
}

function parts(quote, money) {
  const row = (name, amount) =>
    el("tr", { class: "part" }, el("th", { scope: "row", colspan: 2 }, name), el("td", { class: "amount" }, el("bdi", {}, money(amount))));
  const percent = shownNumber(Number(quote.deposit_percent));
  return [row(say("deposit", { percent }), quote.deposit), row(say("balance"), quote.balance)];
}

function check(quote) {
  return el(
    "p",
    { class: "quote-check" },
    icon("shield"),
    el("a", { href: quote.check_link, target: "_blank", rel: "noopener" }, say("verify")),
    el("span", {}, say("verify-code"), " ", el("bdi", {}, quote.check_code)),
  );
}

function facts(quote) {
  const validity = say(quote.expired ? "expired" : "valid-until", { date: shownDate(quote.valid_until) });
  return el(
    "p",
    { class: "quote-facts" },
    el("span", { class: quote.expired ? "expired" : "valid" }, validity),
    quote.ready_by ? el("span", {}, say("ready-by", { date: shownDate(quote.ready_by) })) : null,
  );
}

function actions(quote) {
  const out = { target: "_blank", rel: "noopener" };
  const order = quote.platform ? say("order-on", { platform: quote.platform }) : say("order");
  const may = safe(quote.order_link) && !quote.expired && quote.total !== null;
  return el(
    "p",
    { class: "quote-actions" },
    may ? el("a", { class: "order", href: quote.order_link, ...out }, order, icon("out")) : null,
    el("a", { class: "pdf", href: quote.pdf, ...out }, icon("file"), say("pdf")),
  );
}

function benefits(quote) {
  if (!quote.platform || quote.benefits.length === 0 || quote.expired) return null;
  return el(
    "details",
    { class: "benefits" },
    el("summary", {}, icon("shield"), say("benefits", { platform: quote.platform })),
    el("ul", { dir: "auto" }, quote.benefits.map((benefit) => el("li", { dir: "auto" }, benefit))),
  );
}

const safe = (link) => link && /^https?:\/\//i.test(link);
