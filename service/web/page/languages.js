/** The language picker: filterable checkboxes, in the order they were ticked. */

import { byId, el } from "./dom.js";
import { unreachedSentence } from "./reach.js";
import { learnNames, nameOf } from "./tongues.js";

const FIRST_CHOICE = ["en", "es", "fr", "pt"];

/** Holds what is offered, what is chosen, and which source language is known so far. */
export class LanguagePicker {
  constructor() {
    this.targets = new Map();
    this.chosen = [];
    this.source = null;
    this.told = false;
    this.list = byId("language-list");
    this.chips = byId("chosen");
    this.filter = byId("language-filter");
    this.list.addEventListener("change", (event) => this.#toggle(event.target));
    this.filter.addEventListener("input", () => this.#sift());
    this.filter.addEventListener("keydown", (event) => this.#pick(event));
  }

  /** Take what `/languages` answered, and tick a few to begin with. */
  offer(rows) {
    learnNames(rows);
    this.targets = new Map(rows.map((row) => [row.code, new Set([row.code, ...row.targets])]));
    const codes = new Set([...this.targets.values()].flatMap((targets) => [...targets]));
    this.chosen = FIRST_CHOICE.filter((code) => codes.has(code));
    const sources = [...this.targets.keys()].sort(byName);
    byId("source_language").append(...sources.map((code) => el("option", { value: code }, nameOf(code))));
    this.#draw([...codes].sort(byName));
    this.#markReach();
  }

  /** Say which language the article is in (null: not known), and mark what can't be reached from it;
   *  `told` where the page says elsewhere which of those chosen can't. */
  setSource(code, { told = false } = {}) {
    this.source = code;
    this.told = told;
    if (code && !this.#box(code)) this.list.prepend(this.#choice(code));
    this.#markReach();
  }

  /** Choose this language and no other. */
  chooseOnly(code) {
    for (const box of this.list.querySelectorAll("input")) box.checked = box.value === code;
    this.chosen = [code];
    this.told = false;
    this.#markReach();
  }

  /** First what articles in other languages can be briefed in, then what only its own articles can. */
  #draw(codes) {
    const fromElsewhere = new Set([...this.targets].flatMap(([from, to]) => [...to].filter((code) => code !== from)));
    const ownOnly = codes.filter((code) => !fromElsewhere.has(code));
    const divider = el("li", { class: "divider" }, "Only for articles written in them");
    this.list.replaceChildren(
      ...codes.filter((code) => fromElsewhere.has(code)).map((code) => this.#choice(code)),
      ...(ownOnly.length ? [divider] : []),
      ...ownOnly.map((code) => this.#choice(code)),
    );
  }

  #choice(code) {
    const id = `language-${code}`;
    const box = el("input", { type: "checkbox", id, value: code, checked: this.chosen.includes(code) });
    return el("li", {}, box, el("label", { for: id }, nameOf(code), " ", el("code", {}, code)));
  }

  #box(code) {
    return [...this.list.querySelectorAll("input")].find((box) => box.value === code);
  }

  #toggle(box) {
    this.chosen = this.chosen.filter((code) => code !== box.value);
    if (box.checked) this.chosen.push(box.value);
    this.told = false;
    this.#markReach();
  }

  /** Show what the filter asks for; without one, what can be reached from the article's language. */
  #sift() {
    const wanted = this.filter.value.trim().toLowerCase();
    for (const item of this.list.children) {
      const box = item.querySelector("input");
      if (!box) item.hidden = Boolean(wanted || this.source);
      else if (wanted) item.hidden = !item.textContent.toLowerCase().includes(wanted);
      else item.hidden = !box.checked && !this.#reaches(box.value);
    }
  }

  /** Enter takes the language meant: the one so named, else the only one left. */
  #pick(event) {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const wanted = this.filter.value.trim().toLowerCase();
    const boxes = [...this.list.querySelectorAll("input")].filter((box) => !box.parentElement.hidden);
    const meant = boxes.filter(({ value }) => [value, nameOf(value)].some((name) => name.toLowerCase() === wanted));
    const taken = meant.length ? meant : boxes;
    if (wanted && taken.length === 1) taken[0].click();
  }

  #reaches(code) {
    return !this.source || code === this.source || (this.targets.get(this.source)?.has(code) ?? false);
  }

  #drawChips() {
    this.chips.replaceChildren(...this.chosen.map((code) => {
      const chip = el("button", { type: "button", "aria-label": `Leave out ${nameOf(code)}` },
        nameOf(code), el("span", { "aria-hidden": "true" }, "✕"));
      chip.addEventListener("click", () => this.#leaveOut(code));
      return el("li", { class: this.#reaches(code) ? null : "unreached" }, chip);
    }));
  }

  #leaveOut(code) {
    this.#box(code).click();
    (this.chips.querySelector("button") ?? this.filter).focus();
  }

  #markReach() {
    for (const box of this.list.querySelectorAll("input")) {
      const reached = this.#reaches(box.value);
      box.parentElement.classList.toggle("unreached", !reached);
      box.parentElement.title = reached ? "" : unreachedSentence({ source: this.source, targets: [box.value] });
    }
    this.#sift();
    this.#drawChips();
    byId("languages-hint").textContent = this.#hint();
  }

  #hint() {
    const targets = this.chosen.filter((code) => !this.#reaches(code));
    if (targets.length) return this.told ? "" : unreachedSentence({ source: this.source, targets });
    if (!this.chosen.length) return "None chosen: the service’s own default is used";
    return "";
  }
}

function byName(a, b) {
  return nameOf(a).localeCompare(nameOf(b), "en");
}
