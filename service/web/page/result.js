/** The answer laid out: about the source, the briefs side by side, the quotes. */

import { briefCard } from "./briefs.js";
import { byId, el, plural } from "./dom.js";
import { quoteCard } from "./quotes.js";
import { nameOf } from "./tongues.js";

/** Fill the results with one answer. */
export function showResult(answer, { article, text }) {
  const cards = answer.briefs.map((brief, i) => briefCard(brief, i, { article, text }));
  byId("answer").replaceChildren(
    el("h2", { id: "briefs-heading" }, "Briefs"),
    sourceLine(answer),
    ...truncation(answer.source.truncated),
    el("div", { class: "briefs" }, cards),
    el("h2", {}, "Quotes"),
    quoteList(answer, article),
  );
  byId("answer").hidden = false;
  byId("welcome").hidden = true;
}

/** What happened, in a sentence for the live region. */
export function outcome(answer) {
  const made = answer.briefs.filter((brief) => brief.status === "ok").length;
  const failed = answer.briefs.length - made;
  const parts = [plural(made, "brief"), plural(answer.quotes.length, "quote"), failed ? `${failed} not made` : null];
  return `Done: ${parts.filter(Boolean).join(", ")}`;
}

function sourceLine({ source, timings_ms: timings, cache }) {
  const left = source.removed.length ? `${plural(source.removed.length, "passage")} left out` : null;
  const took = timings?.total === undefined ? null : `${Math.round(timings.total).toLocaleString("en")} ms`;
  const parts = [plural(source.words, "word"), plural(source.sentences, "sentence"), left, took,
    cache === "hit" ? "from the cache" : null];
  return el("p", { class: "source-line" },
    el("span", { class: "detected", "data-language": source.language }, `Written in ${nameOf(source.language)}`),
    ` (${Math.round(source.confidence * 100)} % sure) · `, parts.filter(Boolean).join(" · "));
}

function truncation(truncated) {
  if (!truncated) return [];
  const used = `Only ${truncated.used_sentences} of ${truncated.of} sentences were used. `;
  return [el("p", { class: "notice" }, used, truncated.why ?? "")];
}

function quoteList(answer, article) {
  if (!answer.quotes.length) return el("p", { class: "hint" }, "No quotes were asked for, or none were found.");
  const cards = answer.quotes.map((quote) => quoteCard(quote, answer.source.language, article));
  return el("ul", { class: "quotes" }, cards);
}
