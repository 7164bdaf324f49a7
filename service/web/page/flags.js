/** Where in a sentence its checks found something. Pure: texts and checks in, spans out. */

const SEEN = ["error", "warning"];

/** The spans of the values of `checks` that stand in `text`, the first of each, worst first where they overlap. */
export function flaggedSpans(text, checks) {
  const spans = [];
  for (const severity of SEEN) {
    for (const check of checks.filter((one) => one.severity === severity && one.value)) {
      const start = text.indexOf(check.value);
      const end = start + check.value.length;
      if (start >= 0 && !spans.some((span) => span.start < end && start < span.end)) {
        spans.push({ start, end, severity, message: check.message });
      }
    }
  }
  return spans;
}
