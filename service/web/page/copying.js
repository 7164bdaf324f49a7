/** Copying to the clipboard, also where the page is not served securely. */

import { announce, el } from "./dom.js";

/** A small button that copies what `words()` gives. */
export function copyButton(label, words) {
  const button = el("button", { type: "button", class: "quiet copy", "aria-label": label }, "Copy");
  wireCopy(button, words);
  return button;
}

/** Make a button copy what `words()` gives, and say so. */
export function wireCopy(button, words) {
  button.addEventListener("click", async () => {
    const done = await write(words());
    announce(done ? "Copied" : "The browser does not allow copying here");
    if (done) showDone(button);
  });
}

async function write(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return writeByHand(words);
  }
}

/** The old way, for plain http on another host, where `navigator.clipboard` does not exist. */
function writeByHand(words) {
  const area = el("textarea", { class: "visually-hidden", "aria-hidden": "true", tabindex: "-1" });
  const before = document.activeElement;
  area.value = words;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  before?.focus();
  return done;
}

function showDone(button) {
  button.textContent = "Copied";
  window.setTimeout(() => { button.textContent = "Copy"; }, 1600);
}
