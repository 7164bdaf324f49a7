/** Under the results: the raw answer, and the same call for a terminal. */

import { wireCopy } from "./copying.js";
import { byId } from "./dom.js";
import { holdsKey } from "./key.js";

/** Wire both folds; `request()` gives the request as the form stands. */
export function wireTools(request) {
  wireFold("curl", () => curlFor(request()));
  byId("request").addEventListener("input", () => {
    if (byId("curl").open) fill("curl", () => curlFor(request()));
  });
}

/** Offer one answer as JSON. */
export function showRaw(answer) {
  const fold = byId("raw");
  if (fold.hidden) wireFold("raw", () => fold.answer);
  fold.answer = JSON.stringify(answer, null, 2);
  fold.hidden = false;
  if (fold.open) fill("raw", () => fold.answer);
}

function wireFold(id, words) {
  const fold = byId(id);
  fold.addEventListener("toggle", () => { if (fold.open) fill(id, words); });
  wireCopy(fold.querySelector(".copy"), words);
}

function fill(id, words) {
  byId(id).querySelector("pre").textContent = words();
}

/**
 * A command for a POSIX shell; the body is JSON in a quoted here-document, where no character is special.
 * A key is named, never shown: what is copied from here gets pasted into chats and tickets.
 */
function curlFor(request) {
  const address = new URL("summarize", document.baseURI).href;
  const body = JSON.stringify(request, null, 2);
  const key = holdsKey() ? ` -H "Authorization: Bearer $NEWSBRIEFS_KEY"` : "";
  return `curl -s ${address}${key} -H 'Content-Type: application/json' --data-binary @- <<'JSON'\n${body}\nJSON`;
}
