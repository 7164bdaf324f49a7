/** The key this page sends: asked for when the service wants one, kept where the editor says, forgotten on request. */

import { announce, byId } from "./dom.js";

const NAME = "newsbriefs-key";
const STORES = [() => window.sessionStorage, () => window.localStorage];

let held = stored();
let asking = null;

/** The header that carries the key, or none. */
export function keyHeader() {
  return held ? { Authorization: `Bearer ${held}` } : {};
}

/** True where there is a key to send. */
export function holdsKey() {
  return held !== null;
}

/**
 * Ask for a key, `why` being the service's own words. Gives true when one was entered, false when the editor would
 * rather not; whoever asks while the question is open gets the same answer.
 */
export function askForKey(why) {
  asking ??= ask(why).finally(() => { asking = null; });
  return asking;
}

/** Wire what the editor can do without being asked. */
export function wireKey() {
  byId("forget-key").addEventListener("click", () => {
    forget();
    announce("The key is forgotten");
    byId("text").focus();
  });
  byId("key-show").addEventListener("change", ({ target }) => {
    byId("key").type = target.checked ? "text" : "password";
  });
  showState();
}

function ask(why) {
  const dialog = byId("key-dialog");
  const refused = held !== null;
  forget();
  byId("key-why").textContent = refused ? "The service does not take this key." : "This service is for those who hold a key.";
  byId("key-detail").textContent = refused ? why : "";
  // What the service says of a key it refuses ends with the same advice.
  byId("key-hint").hidden = refused;
  byId("key").setAttribute("aria-invalid", String(refused));
  byId("key").value = "";
  dialog.returnValue = "";
  dialog.showModal();
  return answered(dialog);
}

function answered(dialog) {
  const form = byId("key-form");
  const done = new AbortController();
  return new Promise((resolve) => {
    const take = (event) => {
      event.preventDefault();
      const key = byId("key").value.trim();
      if (!key) return;
      hold(key, byId("key-remember").checked);
      dialog.close("entered");
    };
    const close = () => {
      done.abort();
      // Nothing of it stays in the page, where an extension or the next person at this desk could find it.
      byId("key").value = "";
      byId("key-show").checked = false;
      byId("key").type = "password";
      resolve(dialog.returnValue === "entered");
    };
    form.addEventListener("submit", take, { signal: done.signal });
    byId("key-cancel").addEventListener("click", () => dialog.close(), { signal: done.signal });
    dialog.addEventListener("close", close, { signal: done.signal });
    // Escape closes the dialog; the page's own meaning of it, to cancel the call, is not asked for.
    dialog.addEventListener("keydown", (event) => event.stopPropagation(), { signal: done.signal });
  });
}

function hold(key, remember) {
  held = key;
  try {
    STORES[Number(remember)]().setItem(NAME, key);
  } catch {
    // The browser keeps nothing for this page; the key lasts until it is closed.
  }
  showState();
}

function forget() {
  held = null;
  for (const store of STORES) {
    try {
      store().removeItem(NAME);
    } catch {
      // What can't be reached holds nothing.
    }
  }
  showState();
}

function stored() {
  for (const store of STORES) {
    try {
      const key = store().getItem(NAME);
      if (key) return key;
    } catch {
      // Storage is switched off in this browser.
    }
  }
  return null;
}

function showState() {
  byId("forget-key").hidden = held === null;
}
