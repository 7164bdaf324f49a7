/** Languages that can't be made from the article's own: read from what the service says, told by their names. */

import { nameOf } from "./tongues.js";

const UNREACHED = /^'([^']{1,64})' can't be reached from '([^']{1,64})'/;
const LIST = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** `{source, targets, others}` of the errors of a problem, `others` being about something else; null without any. */
export function unreachedAmong(errors) {
  const read = errors.map((error) => ({ error, match: UNREACHED.exec(error.detail ?? "") }));
  const found = read.filter(({ match }) => match).map(({ match }) => match);
  if (!found.length) return null;
  const others = read.filter(({ match }) => !match).map(({ error }) => error);
  return { source: found[0][2], targets: [...new Set(found.map(([, target]) => target))], others };
}

/** "English, Spanish and French can’t be made from Arabic here". */
export function unreachedSentence({ source, targets }) {
  return `${LIST.format(targets.map(nameOf))} can’t be made from ${nameOf(source)} here`;
}
