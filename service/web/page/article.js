/** The article as it was submitted, every character of it, with quotes, evidence and what was left out marked. */

import { byId, calm, el } from "./dom.js";
import { cut } from "./segments.js";
import { directionOf } from "./tongues.js";

// Above this a piece for each paragraph break would make the page slow; the breaks still show as they stand.
const MOST_CHARACTERS_WITH_GAPS = 300_000;

const WHY_LEFT_OUT = {
  byline: "byline", credit: "photo credit", caption: "caption", furniture: "page furniture", duplicate: "repeated",
  dateline: "dateline", share: "share links", related: "related links", markup: "markup",
};

/** Draws the article once and lights parts of it on request. */
export class ArticleView {
  constructor() {
    this.pane = byId("article");
    this.pieces = new Map();
    this.lit = [];
  }

  /** Draw the text of one answer; the pane's `textContent` is the text itself. */
  show(text, answer) {
    this.pieces.clear();
    this.lit = [];
    this.pane.lang = answer.source.language;
    this.pane.dir = directionOf(answer.source.language);
    this.pane.replaceChildren(...this.#draw(text, cut(text.length, spansOf(text, answer))));
    this.pane.scrollTop = 0;
  }

  /** In a narrow window: fold the article away from over the briefs, or bring it back. */
  toggleFold() {
    this.#setFolded(!byId("desk-article").classList.contains("folded"));
    if (this.lit.length) this.#bringIntoSight(this.lit[0], this.lit[0]);
  }

  /** Bring a folded article back. */
  unfold() {
    this.#setFolded(false);
  }

  #setFolded(folded) {
    byId("desk-article").classList.toggle("folded", folded);
    byId("fold-article").setAttribute("aria-expanded", String(!folded));
  }

  /** Light these spans and bring the first into sight. */
  light(spans, kind = "evidence") {
    this.dim();
    const groups = spans.map((span) => this.pieces.get(keyOf(span)) ?? []);
    this.lit = groups.flat();
    for (const node of this.lit) node.classList.add("lit", `lit-${kind}`);
    const first = groups.find((nodes) => nodes.length);
    if (first) this.#bringIntoSight(first[0], first.at(-1));
  }

  /** Put all lights out. */
  dim() {
    for (const node of this.lit) node.classList.remove("lit", "lit-evidence", "lit-quote");
    this.lit = [];
  }

  #draw(text, pieces) {
    const nodes = [];
    let holder = null;
    for (const piece of pieces) {
      const owner = ownerOf(piece.spans);
      if (!owner) holder = null;
      else if (holder?.owner !== owner) nodes.push((holder = { owner, node: drawOwner(owner) }).node);
      const node = this.#drawPiece(text.slice(piece.start, piece.end), piece.spans);
      if (holder) holder.node.append(node);
      else nodes.push(node);
    }
    return nodes;
  }

  #drawPiece(words, spans) {
    if (!spans.length) return document.createTextNode(words);
    const node = el("span", { class: [...new Set(spans.map((span) => `is-${span.kind}`))].join(" ") }, words);
    for (const span of spans) {
      const key = keyOf(span);
      if (!this.pieces.has(key)) this.pieces.set(key, []);
      this.pieces.get(key).push(node);
    }
    return node;
  }

  #bringIntoSight(first, last) {
    const pane = this.pane.getBoundingClientRect();
    const top = first.getBoundingClientRect().top;
    const bottom = last.getBoundingClientRect().bottom;
    if (top >= pane.top && bottom <= pane.bottom) return;
    const offset = top - pane.top + this.pane.scrollTop - pane.height / 4;
    this.pane.scrollTo({ top: Math.max(0, offset), behavior: calm() ? "auto" : "smooth" });
  }
}

function keyOf(span) {
  return `${span.start}:${span.end}`;
}

/** The removed span or the outermost quote a piece belongs to. */
function ownerOf(spans) {
  return spans.find((span) => span.kind === "removed") ?? spans.find((span) => span.kind === "quote") ?? null;
}

function drawOwner(owner) {
  if (owner.kind === "quote") return el("mark", { class: "quote", "data-quote": owner.index });
  const why = WHY_LEFT_OUT[owner.reason] ?? owner.reason;
  return el("s", { class: "removed", title: `Left out of the briefs: ${why}`, "data-reason": why });
}

function spansOf(text, answer) {
  const quotes = answer.quotes.map(({ start, end }, index) => ({ start, end, kind: "quote", index }));
  const removed = answer.source.removed.map(({ start, end, reason }) => ({ start, end, kind: "removed", reason }));
  const evidence = answer.briefs.flatMap((brief) => (brief.sentences ?? []).flatMap((sentence) => sentence.evidence));
  return [
    ...quotes.sort((a, b) => a.start - b.start || b.end - a.end),
    ...removed,
    ...ofKind("evidence", evidence),
    ...ofKind("mention", answer.quotes.map((quote) => quote.speaker?.mention)),
    ...ofKind("cue", answer.quotes.map((quote) => quote.cue)),
    ...titleSpan(text, answer.source.title),
    ...gaps(text),
  ];
}

function ofKind(kind, spans) {
  const distinct = new Map(spans.filter(Boolean).map((span) => [keyOf(span), span]));
  return [...distinct.values()].map(({ start, end }) => ({ start, end, kind }));
}

function titleSpan(text, title) {
  const start = text.length - text.trimStart().length;
  return title && text.startsWith(title, start) ? [{ start, end: start + title.length, kind: "title" }] : [];
}

function gaps(text) {
  if (text.length > MOST_CHARACTERS_WITH_GAPS) return [];
  return [...text.matchAll(/\n+/g)].map(({ index, 0: run }) => ({ start: index, end: index + run.length, kind: "gap" }));
}
