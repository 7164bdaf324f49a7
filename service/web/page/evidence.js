/** Pointing at something lights its words in the article; a click or Enter holds the light there. */

// What a click holds comes first; then what was pointed at last, by mouse or keyboard, so that a mouse
// that merely rests on a sentence does not take the light from the one just reached with Tab.
const LIT = { held: null, pointed: [] };

/** Put every light out; for a new answer, and for Escape. */
export function letGo(article) {
  LIT.pointed = [];
  hold(null, article);
}

/** Make `node` light `spans` of the article on hover, focus, and for good on click. */
export function lights(node, article, { spans, kind }) {
  const light = { node, spans, kind };
  const mouse = { light };
  const focus = { light };
  node.setAttribute("aria-pressed", "false");
  node.addEventListener("mouseenter", () => point(mouse, article));
  node.addEventListener("mouseleave", () => unpoint(mouse, article));
  node.addEventListener("focus", () => point(focus, article));
  node.addEventListener("blur", () => unpoint(focus, article));
  node.addEventListener("click", () => toggle(light, article));
  node.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    toggle(light, article);
  });
}

function toggle(light, article) {
  hold(LIT.held === light ? null : light, article);
}

function hold(light, article) {
  LIT.held?.node.setAttribute("aria-pressed", "false");
  light?.node.setAttribute("aria-pressed", "true");
  LIT.held = light;
  if (light) article.unfold();
  relight(article);
  // Unfolding may have moved what was clicked out of sight.
  light?.node.scrollIntoView({ block: "nearest" });
}

function point(pointer, article) {
  LIT.pointed.push(pointer);
  relight(article);
}

function unpoint(pointer, article) {
  LIT.pointed = LIT.pointed.filter((other) => other !== pointer);
  relight(article);
}

function relight(article) {
  const winner = LIT.held ?? LIT.pointed.at(-1)?.light;
  if (winner) article.light(winner.spans, winner.kind);
  else article.dim();
}
