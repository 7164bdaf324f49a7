/** Ways for an article to get into the text field: a sample, a file opened, a file dropped. */

import { fetchSeed, fetchSeeds } from "./api.js";
import { announce, byId, el } from "./dom.js";
import { nameOf } from "./tongues.js";

const LARGEST_FILE_BYTES = 16 * 1024 * 1024;

/** Wire the three ways; `onArticle(language|null)` is told after the text has changed. */
export function wireIntake({ onArticle, onProblem }) {
  const take = (text, language = null) => {
    byId("title").value = "";
    byId("text").value = text;
    onArticle(language);
  };
  byId("file").addEventListener("change", (event) => takeFile(event.target.files[0], take, onProblem));
  byId("clear").addEventListener("click", () => { take(""); byId("text").focus(); });
  wireDrop(take, onProblem);
  showSeeds(take, onProblem).catch(onProblem);
}

async function takeFile(file, take, onProblem) {
  if (!file) return;
  try {
    take(await readText(file));
    announce(`Read ${file.name}`);
  } catch (error) {
    onProblem(error);
  }
}

async function readText(file) {
  if (file.size > LARGEST_FILE_BYTES) {
    throw new Error(`${file.name} is ${file.size} bytes; this page reads at most ${LARGEST_FILE_BYTES}`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new Error(`${file.name} is not UTF-8 text; save it as UTF-8 and open it again`);
  }
}

function wireDrop(take, onProblem) {
  const pane = byId("write");
  const hold = (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    pane.classList.toggle("dropping", event.type === "dragover");
    if (event.type === "drop") takeFile(event.dataTransfer.files[0], take, onProblem);
  };
  pane.addEventListener("dragover", hold);
  pane.addEventListener("drop", hold);
  pane.addEventListener("dragleave", () => pane.classList.remove("dropping"));
}

async function showSeeds(take, onProblem) {
  const seeds = await fetchSeeds();
  byId("seed-list").replaceChildren(...seeds.map((seed) => el("li", {}, seedButton(seed, take, onProblem))));
  byId("seeds").hidden = seeds.length === 0;
}

function seedButton(seed, take, onProblem) {
  const label = el("span", { class: "seed-title", lang: seed.language, dir: "auto" }, seed.title);
  const button = el("button", { type: "button", class: "seed", "data-seed": seed.name }, label, " ",
    el("span", { class: "tag" }, nameOf(seed.language)));
  button.addEventListener("click", async () => {
    try {
      take(await fetchSeed(seed.name), seed.language);
      announce("Sample article loaded");
    } catch (error) {
      onProblem(error);
    }
  });
  return button;
}
