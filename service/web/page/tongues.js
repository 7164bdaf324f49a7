/** Names and writing directions of languages. */

const RTL_SCRIPTS = new Set(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"]);
const names = new Map();

// Varieties that have a name of their own, where name tables only know "Catalan (valencia)".
const VARIETIES = {
  "ca-valencia": "Valencian", "oc-aranes": "Aranese", "oc-gascon": "Gascon", "oc-lengadoc": "Languedocien",
  "oc-provenc": "Provençal",
};

/** Remember the names the service gives to its languages; where several share one, the code tells them apart. */
export function learnNames(rows) {
  const taken = new Set();
  for (const { code, name } of rows) {
    names.set(code, taken.has(name) ? `${name} (${code})` : name);
    taken.add(name);
  }
}

/** The language's name in English, or its code where nobody knows one. */
export function nameOf(code) {
  if (VARIETIES[code]) return VARIETIES[code];
  if (names.has(code)) return names.get(code);
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** "rtl" or "ltr", by the script the language is usually written in. */
export function directionOf(code) {
  try {
    return RTL_SCRIPTS.has(new Intl.Locale(code).maximize().script) ? "rtl" : "ltr";
  } catch {
    return "ltr";
  }
}
