/** Problems shown where they belong: at their field where there is one, and in a notice. */

import { byId, el } from "./dom.js";
import { unreachedAmong, unreachedSentence } from "./reach.js";
import { nameOf } from "./tongues.js";

// The first segment of a JSON pointer, and the control it is about.
const CONTROLS = {
  text: "text", title: "title", languages: "languages", length: "length", quotes: "quotes", strict: "strict",
  source_language: "source_language", format: "format", engine: "engine", glossary: "glossary",
  translate_quotes: "translate_quotes",
};

// What a status means to an editor; its own title stands below.
const HEADINGS = {
  401: "This service needs a key",
  403: "This key may not do that",
  413: "The article is too long for this service",
  422: "Something in the form needs another look",
  429: "Too many requests just now",
  503: "The service can’t do this right now",
  504: "It took too long",
};

/** Show one problem; `errors` with a pointer to a field of the form stand beside that field too. */
export function showProblem(problem) {
  clearProblem();
  const errors = problem.errors ?? [];
  const placed = errors.map((error) => ({ ...error, control: controlOf(error.pointer) }));
  byId("problem").replaceChildren(notice(problem, placed));
  for (const error of placed) if (error.control) markField(error.control, error.detail);
  placed.find((error) => error.control)?.control.focus();
}

/**
 * Where the languages asked for can't be made from the article's own, say so once, by their names, with a button
 * for its own; `onRemedy(language)` is called by it. Gives that language, or null where the problem is another one.
 */
export function showUnreached(problem, onRemedy) {
  const unreached = unreachedAmong(problem.errors ?? []);
  if (!unreached || unreached.others.length) return null;
  clearProblem();
  const button = el("button", { type: "button", class: "remedy" }, `Brief in ${nameOf(unreached.source)}`);
  button.addEventListener("click", () => onRemedy(unreached.source));
  const title = el("p", { class: "notice-title", id: "error-unreached" }, unreachedSentence(unreached));
  byId("problem").replaceChildren(el("div", { class: "notice fail" }, title, el("p", {}, button), statusLine(problem)));
  pointTo(byId("language-filter"), title.id);
  button.focus();
  return unreached.source;
}

/** Take every sign of an earlier problem away. */
export function clearProblem() {
  byId("problem").replaceChildren();
  for (const message of document.querySelectorAll(".field-error")) message.remove();
  for (const control of document.querySelectorAll("[aria-invalid]")) {
    control.removeAttribute("aria-invalid");
    const kept = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => !id.startsWith("error-"));
    control.setAttribute("aria-describedby", kept.join(" "));
  }
}

function notice(problem, errors) {
  const loose = errors.filter((error) => !error.control);
  const again = problem.retryAfter ? `Try again in ${problem.retryAfter} s.` : null;
  const detail = errors.length && !loose.length ? null : problem.detail;
  return el("div", { class: "notice fail" },
    el("p", { class: "notice-title" }, HEADINGS[problem.status] ?? problem.title ?? problem.message),
    detail ? el("p", {}, detail) : null,
    errors.length ? el("ul", {}, errors.map(noticeItem)) : null,
    again ? el("p", {}, again) : null,
    statusLine(problem));
}

function statusLine({ status, title, requestId }) {
  if (!status) return null;
  const request = requestId ? [", request ", el("code", {}, requestId)] : [];
  return el("p", { class: "hint" }, `${status} ${title}`, request);
}

function noticeItem(error) {
  const link = error.control ? el("a", { href: `#${error.control.id}` }, nameOfField(error)) : error.pointer;
  return el("li", {}, link, " ", error.detail);
}

function nameOfField({ control, pointer }) {
  const label = control.labels?.[0] ?? control.closest("fieldset")?.querySelector("legend");
  return label?.firstChild?.textContent.trim() || pointer;
}

function controlOf(pointer) {
  const [, field, inner] = String(pointer ?? "").split("/");
  if (field === "length" && inner) return byId("limit");
  if (field === "languages") return byId("language-filter");
  return CONTROLS[field] ? byId(CONTROLS[field]) : null;
}

function markField(control, detail) {
  const id = `error-${control.id}`;
  for (let fold = control.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const before = byId(id);
  if (before) { before.append(" ", detail); return; }
  control.closest(".field").append(el("p", { class: "field-error", id }, detail));
  pointTo(control, id);
}

function pointTo(control, id) {
  control.setAttribute("aria-invalid", "true");
  control.setAttribute("aria-describedby", `${control.getAttribute("aria-describedby") ?? ""} ${id}`.trim());
}
