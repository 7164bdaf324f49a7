/** The form: read into a request of the contract, and told in one line. */

import { byId, plural } from "./dom.js";
import { nameOf } from "./tongues.js";
import { countWords } from "./words.js";

const ADDED_WHERE_CHANGED = { source_language: "auto", format: "auto", engine: "auto" };

/** The request as the form stands now; fields at their default are left out where that reads better. */
export function readRequest(picker) {
  const request = { text: byId("text").value };
  const title = byId("title").value.trim();
  if (title) request.title = title;
  if (picker.chosen.length) request.languages = [...picker.chosen];
  request.length = readLength();
  request.quotes = numberOf("quotes");
  for (const [field, usual] of Object.entries(ADDED_WHERE_CHANGED)) {
    if (byId(field).value !== usual) request[field] = byId(field).value;
  }
  if (byId("strict").checked) request.strict = true;
  if (!byId("translate_quotes").checked) request.translate_quotes = false;
  const glossary = readGlossary();
  if (glossary.length) request.glossary = glossary;
  request.offsets = "utf16";
  return request;
}

function readLength() {
  const choice = byId("length").value;
  return choice.startsWith("max_") ? { [choice]: numberOf("limit") } : choice;
}

/** What is typed, as a number where it is one: the service says what is wrong with anything else. */
function numberOf(id) {
  const typed = byId(id);
  return Number.isNaN(typed.valueAsNumber) ? null : typed.valueAsNumber;
}

function readGlossary() {
  const terms = byId("glossary").value.split("\n").map((line) => line.trim());
  return terms.filter(Boolean).map((term) => ({ term, keep: true }));
}

/** The settings in a line, for when they are folded away. */
export function digestOf(request) {
  const { length } = request;
  const limit = typeof length === "string" ? length : Object.entries(length).map(([key, n]) => limitText(key, n))[0];
  const languages = (request.languages ?? []).map(nameOf).join(", ") || "default languages";
  const quotes = plural(request.quotes ?? 0, "quote");
  return [languages, limit, quotes, request.strict ? "strict" : null].filter(Boolean).join(" · ");
}

function limitText(key, number) {
  const unit = key.replace("max_", "");
  return `at most ${number === null ? `? ${unit}` : plural(number, unit.replace(/s$/, ""))}`;
}

const USUAL_LIMITS = { max_words: "60", max_characters: "280", max_sentences: "3" };

/** Start from a limit that makes sense for the unit chosen. */
export function suggestLimit() {
  const usual = USUAL_LIMITS[byId("length").value];
  if (usual) byId("limit").value = usual;
}

/** Show the number field only where the length asks for one, and keep count of the text. */
export function keepFormInStep() {
  byId("limit-field").hidden = !byId("length").value.startsWith("max_");
  const text = byId("text").value;
  const count = `${plural(countWords(text), "word")}, ${plural(text.length, "character")}`;
  byId("text-count").textContent = text ? count : "Nothing yet";
}
