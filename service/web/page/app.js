/** The newsroom page: the form, the call, the answer. */

import { fetchLanguages, summarize } from "./api.js";
import { ArticleView } from "./article.js";
import { announce, byId, plural } from "./dom.js";
import { letGo } from "./evidence.js";
import { digestOf, keepFormInStep, readRequest, suggestLimit } from "./form.js";
import { wireIntake } from "./intake.js";
import { wireKey } from "./key.js";
import { LanguagePicker } from "./languages.js";
import { clearProblem, showProblem, showUnreached } from "./problem.js";
import { outcome, showResult } from "./result.js";
import { showRaw, wireTools } from "./tools.js";

const article = new ArticleView();
const picker = new LanguagePicker();
const STACKED = window.matchMedia("(max-width: 59.99rem)");
let running = null;

const NO_ARTICLE = {
  title: "There is no article yet",
  errors: [{ pointer: "/text", detail: "Paste an article, open a file, or take one of the samples." }],
};

function showView(name) {
  for (const view of ["write", "read"]) {
    byId(view).hidden = view !== name;
    byId(`view-${view}`).setAttribute("aria-pressed", String(view === name));
  }
  document.body.dataset.view = name;
}

function setBusy(busy) {
  byId("brief").setAttribute("aria-disabled", String(busy));
  byId("brief").textContent = busy ? "Briefing…" : "Brief";
  byId("cancel").hidden = !busy;
  byId("results").setAttribute("aria-busy", String(busy));
  document.body.classList.toggle("busy", busy);
}

async function brief() {
  if (running) return;
  const request = readRequest(picker);
  clearProblem();
  if (!request.text.trim()) {
    fail(NO_ARTICLE);
    return;
  }
  const call = (running = new AbortController());
  setBusy(true);
  announce(request.languages ? `Working on ${plural(request.languages.length, "language")}` : "Working");
  try {
    show(await summarize(request, call.signal), request);
  } catch (error) {
    fail(error);
  } finally {
    running = null;
    setBusy(false);
  }
}

function show(answer, request) {
  const text = answer.source.text ?? request.text;
  letGo(article);
  article.show(text, answer);
  showResult(answer, { article, text });
  showRaw(answer);
  picker.setSource(answer.source.language);
  byId("view-read").disabled = false;
  const wasWriting = byId("write").contains(document.activeElement);
  showView("read");
  // The field that had the focus is gone from sight; without this the keyboard would start at the top again.
  if (wasWriting) byId("results").focus({ preventScroll: true });
  byId("settings").open = false;
  announce(outcome(answer));
  if (STACKED.matches) byId("results").scrollIntoView();
}

function fail(error) {
  if (error.name === "AbortError") {
    announce("Cancelled");
    return;
  }
  announce("");
  if ((error.errors ?? []).some(({ pointer }) => /^\/(text|title)\b/.test(pointer))) showView("write");
  const source = showUnreached(error, briefInOwn);
  if (source) picker.setSource(source, { told: true });
  else showProblem(error);
}

/** The way out where no language asked for can be made: the article's own. */
function briefInOwn(language) {
  picker.chooseOnly(language);
  refresh();
  // The button that was pressed goes with the problem.
  byId("brief").focus();
  brief();
}

function cancel() {
  if (!running) return;
  running.abort();
  byId("brief").focus();
}

function refresh() {
  keepFormInStep();
  byId("digest").textContent = digestOf(readRequest(picker));
}

function onKey(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    brief();
  }
  if (event.key === "Escape") {
    cancel();
    letGo(article);
  }
}

function knownSource(language) {
  const said = byId("source_language").value;
  picker.setSource(said === "auto" ? language : said);
}

function wire() {
  byId("request").addEventListener("submit", (event) => { event.preventDefault(); brief(); });
  byId("request").addEventListener("input", refresh);
  byId("request").addEventListener("change", refresh);
  byId("length").addEventListener("change", suggestLimit);
  byId("text").addEventListener("input", () => knownSource(null));
  byId("source_language").addEventListener("change", () => knownSource(null));
  byId("cancel").addEventListener("click", cancel);
  byId("fold-article").addEventListener("click", () => article.toggleFold());
  byId("view-write").addEventListener("click", () => showView("write"));
  byId("view-read").addEventListener("click", () => { showView("read"); article.unfold(); });
  document.addEventListener("keydown", onKey);
  wireKey();
  wireTools(() => readRequest(picker));
  wireIntake({
    onArticle: (language) => { clearProblem(); showView("write"); knownSource(language); refresh(); },
    onProblem: showProblem,
  });
}

/** Ask for the languages; while the engines load, ask again when the service says so. */
async function offerLanguages() {
  try {
    picker.offer(await fetchLanguages());
    refresh();
    announce("");
    document.body.dataset.ready = "true";
  } catch (error) {
    if (error.status !== 503 || !error.retryAfter) {
      showProblem(error);
      return;
    }
    announce("The engines are loading…");
    window.setTimeout(offerLanguages, Number(error.retryAfter) * 1000 || 5000);
  }
}

wire();
showView("write");
refresh();
offerLanguages();
