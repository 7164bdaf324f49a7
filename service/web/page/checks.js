/** Verdicts and the findings behind them. */

import { el, plural } from "./dom.js";

const VERDICTS = {
  pass: { sign: "✓", label: "Pass", title: "No check found anything to look at" },
  review: { sign: "!", label: "Review", title: "A check found something for an editor to look at" },
  fail: { sign: "✕", label: "Fail", title: "A check says this wording is wrong" },
};

/** A badge for pass, review or fail: a sign and a word, never colour alone. */
export function verdictBadge(verdict) {
  const known = VERDICTS[verdict] ?? { sign: "?", label: verdict, title: "" };
  return el("span", { class: `badge ${verdict}`, title: known.title },
    el("span", { "aria-hidden": "true" }, known.sign), " ", known.label);
}

/** The findings as a list that unfolds, or null where there are none. */
export function checkList(checks) {
  if (!checks?.length) return null;
  const worst = checks.some((check) => check.severity !== "info");
  return el("details", { class: "checks", open: worst && checks.length <= 3 },
    el("summary", {}, plural(checks.length, "check")), el("ul", {}, checks.map(checkItem)));
}

function checkItem(check) {
  const where = check.sentence === null || check.sentence === undefined ? null : `sentence ${check.sentence + 1}`;
  const what = [check.severity, check.kind.replaceAll(/[_-]/g, " "), where].filter(Boolean).join(" · ");
  return el("li", { class: `check-item ${check.severity}` },
    el("p", { class: "severity" }, what), el("p", { dir: "auto" }, check.message));
}
