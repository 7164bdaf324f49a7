/** A quote as a card: the words, who said them, how sure that is, and its translations. */

import { checkList, verdictBadge } from "./checks.js";
import { copyButton } from "./copying.js";
import { el, plural } from "./dom.js";
import { lights } from "./evidence.js";
import { directionOf, nameOf } from "./tongues.js";

const KINDS = { full: "full quote", partial: "words inside the reporter’s sentence" };

/** One card; pointing at the words lights them, their speaker and their cue in the article. */
export function quoteCard(quote, language, article) {
  return el("li", { class: "card quote-card" },
    spokenWords(quote, language, article), attribution(quote, language), facts(quote), translations(quote));
}

function spokenWords(quote, language, article) {
  const words = el("span", { class: "spoken", role: "button", tabindex: "0" }, quote.text);
  const spans = [quote, quote.speaker?.mention, quote.cue].filter(Boolean);
  lights(words, article, { spans, kind: "quote" });
  return el("div", { class: "quote-head" },
    el("blockquote", { lang: language, dir: directionOf(language) }, words),
    copyButton("Copy this quote", () => quote.text));
}

function attribution(quote, language) {
  const { speaker } = quote;
  if (!speaker) return el("p", { class: "speaker unknown" }, "Speaker not established");
  return el("p", { class: "speaker", lang: language, dir: directionOf(language) },
    el("cite", {}, speaker.name),
    speaker.description ? el("span", { class: "description" }, speaker.description) : null);
}

function facts(quote) {
  const mention = quote.speaker?.mention?.text;
  const parts = [
    KINDS[quote.kind] ?? quote.kind,
    quote.cue ? `cue “${quote.cue.text}”` : "no cue",
    mention && mention !== quote.speaker.name ? `named there as “${mention}”` : null,
    `confidence ${Math.round(quote.confidence * 100)} %`,
  ];
  return el("p", { class: "facts" }, parts.filter(Boolean).join(" · "));
}

function translations(quote) {
  const rows = Object.entries(quote.translations ?? {}).filter(([, { machine, text }]) => machine || text === null);
  if (!rows.length) return null;
  return el("details", { class: "translations", open: rows.length <= 3 },
    el("summary", {}, `${plural(rows.length, "translation")}, by machine`),
    el("dl", {}, rows.flatMap(([code, translation]) => translationRow(code, translation))));
}

function translationRow(code, translation) {
  const flagged = translation.verdict && translation.verdict !== "pass";
  return [
    el("dt", {}, nameOf(code)),
    el("dd", {}, el("span", { lang: code, dir: directionOf(code), class: "translated" }, translation.text ?? "not translated"),
      flagged ? verdictBadge(translation.verdict) : null, checkList(translation.checks)),
  ];
}
