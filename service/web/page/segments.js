/** Cut a text at the borders of spans. Pure: offsets in, pieces out. */

/**
 * The text as consecutive pieces `{start, end, spans}`: `spans` are those that cover the whole piece,
 * in the order given. Spans are half-open in UTF-16 units; those that fall outside the text are left out.
 */
export function cut(length, spans) {
  const sound = spans.filter((span) => span.start >= 0 && span.start < span.end && span.end <= length);
  const opening = groupBy(sound, "start");
  const closing = groupBy(sound, "end");
  const borders = [...new Set([0, length, ...opening.keys(), ...closing.keys()])].sort((a, b) => a - b);
  const open = new Set();
  const pieces = [];
  for (let i = 0; i + 1 < borders.length; i += 1) {
    for (const span of closing.get(borders[i]) ?? []) open.delete(span);
    for (const span of opening.get(borders[i]) ?? []) open.add(span);
    pieces.push({ start: borders[i], end: borders[i + 1], spans: [...open] });
  }
  return pieces;
}

function groupBy(spans, border) {
  const groups = new Map();
  for (const span of spans) {
    if (!groups.has(span[border])) groups.set(span[border], []);
    groups.get(span[border]).push(span);
  }
  return groups;
}
