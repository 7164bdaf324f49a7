/** A brief as a card: its wording, how far to trust it, and the way it came. */

import { checkList, verdictBadge } from "./checks.js";
import { copyButton } from "./copying.js";
import { el } from "./dom.js";
import { lights } from "./evidence.js";
import { flaggedSpans } from "./flags.js";
import { unreachedAmong, unreachedSentence } from "./reach.js";
import { cut } from "./segments.js";
import { nameOf } from "./tongues.js";

const TIERS = {
  source: { label: "Article’s own words", note: null },
  embedded: { label: "Gist", note: "A gist by an embedded translator: to understand by, not for print." },
  neural: { label: "Neural", note: "Written or translated by a neural model: have it read before it is printed." },
  instruct: { label: "Written by a model", note: "Written by a language model: have it read before it is printed." },
};

// What the reason of a brief that was not made means to an editor.
const FAILURES = {
  "no-route": "No engine here leads to this language",
  output: "What the model wrote can’t be used",
  deadline: "Not ready in time",
  length: "No whole sentence is short enough",
  checks: "No wording passed the checks",
  unavailable: "The engine is not available",
};

/** One card; its sentences light their evidence in the article. */
export function briefCard(brief, number, { article, text }) {
  const id = `brief-${number}`;
  const body = brief.status === "ok" ? wording(brief, id, { article, text }) : failure(brief.problem);
  return el("section", { class: `card brief ${brief.status}`, "aria-labelledby": id, "data-language": brief.language },
    cardHead(brief, id), body, checkList(brief.checks), route(brief.route));
}

function cardHead(brief, id) {
  const ok = brief.status === "ok";
  return el("header", { class: "card-head" },
    el("h3", { id }, nameOf(brief.language), " ", el("code", {}, brief.language)),
    ok ? copyButton(`Copy the ${nameOf(brief.language)} brief`, () => plainText(brief)) : null,
    el("p", { class: "badges" },
      ok ? verdictBadge(brief.verdict) : el("span", { class: "badge fail" }, "Not made"), " ",
      ok ? tierBadge(brief.tier) : null));
}

function tierBadge(tier) {
  const known = TIERS[tier] ?? { label: tier, note: null };
  return el("span", { class: `badge tier ${tier}`, title: known.note }, known.label);
}

function wording(brief, id, { article, text }) {
  const script = { lang: brief.language, dir: brief.direction };
  const between = separators(brief);
  const sentences = brief.sentences.flatMap((sentence, i) => [
    ...evidenced(sentence, `${id}-evidence-${i}`, { article, text, checks: checksOf(brief, i) }), between[i],
  ]);
  const note = TIERS[brief.tier]?.note;
  return el("div", { class: "wording" },
    brief.headline ? el("p", { class: "headline", ...script }, brief.headline) : null,
    el("p", { class: "brief-text", ...script }, sentences),
    note ? el("p", { class: "tier-note" }, note) : null);
}

/** What stands after each sentence in the brief's own text: a space, or nothing in Chinese and Japanese. */
function separators(brief) {
  let from = 0;
  return brief.sentences.map(({ text }, i) => {
    const end = brief.text.indexOf(text, from) + text.length;
    from = end;
    const next = brief.sentences[i + 1];
    return next ? brief.text.slice(end, brief.text.indexOf(next.text, end)) : "";
  });
}

function checksOf(brief, index) {
  return brief.checks.filter((check) => check.sentence === index);
}

/** The sentence, and beside it (hidden) its evidence in words for those who don't see the article light up. */
function evidenced(sentence, id, { article, text, checks }) {
  const words = sentence.evidence.map(({ start, end }) => text.slice(start, end)).join(" … ");
  const node = el("span", { class: "sentence", role: "button", tabindex: "0", "aria-describedby": id },
    flagged(sentence.text, checks));
  lights(node, article, { spans: sentence.evidence, kind: "evidence" });
  const carried = sentence.support < 1 ? `In the article, which carries ${percent(sentence.support)} of it: ` : "In the article: ";
  return [node, el("span", { id, hidden: true }, `${carried}${words}`)];
}

/** The wording, with what a check is about underlined. */
function flagged(text, checks) {
  return cut(text.length, flaggedSpans(text, checks)).map(({ start, end, spans }) => {
    const words = text.slice(start, end);
    return spans.length ? el("span", { class: `flagged ${spans[0].severity}`, title: spans[0].message }, words) : words;
  });
}

function percent(share) {
  return `${Math.round(share * 100)} %`;
}

function failure(problem) {
  const unreached = unreachedAmong(problem ? [problem] : []);
  const meaning = FAILURES[problem?.reason] ?? problem?.title ?? "This brief could not be made";
  return el("div", { class: "failure" },
    el("p", { class: "failure-title" }, unreached ? unreachedSentence(unreached) : meaning),
    problem?.detail && !unreached ? el("p", {}, problem.detail) : null,
    problem?.reason ? el("p", { class: "hint" }, "Reason: ", el("code", {}, problem.reason)) : null);
}

function route(steps) {
  if (!steps?.length) return null;
  return el("ol", { class: "route", "aria-label": "The way it came" }, steps.map(routeStep));
}

function routeStep(step) {
  const hop = step.from && step.to ? ` ${step.from} → ${step.to}` : "";
  return el("li", {}, `${step.step}${hop}: ${step.engine} `, el("span", { class: "revision" }, step.revision), step.prompt ? ` ${step.prompt}` : "");
}

function plainText(brief) {
  return [brief.headline, brief.text].filter(Boolean).join("\n\n");
}
