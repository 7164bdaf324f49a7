/** Counting the words of a text as its own script divides them, also where no spaces stand between them. */

// Above this the browser's word finder would be felt at every key; there white space has to do.
const MOST_CHARACTERS_SEGMENTED = 200_000;

const segmenter = typeof Intl.Segmenter === "function" ? new Intl.Segmenter(undefined, { granularity: "word" }) : null;
const last = { text: "", words: 0 };

/** How many words the text has; asked again about the same text, it is not counted again. */
export function countWords(text) {
  if (text !== last.text) Object.assign(last, { text, words: count(text) });
  return last.words;
}

function count(text) {
  if (!segmenter || text.length > MOST_CHARACTERS_SEGMENTED) return text.match(/\S+/gu)?.length ?? 0;
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1;
  return words;
}
