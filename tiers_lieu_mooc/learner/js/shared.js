/**
 * What the second script has from the first: its modules import from here and from one another only.
 * The first script carries all of it and hands it over (`equip.js`), so that none of it is there twice.
 */

export { ALPHABET, Reader, packNumber } from "./base64.js";
export { withoutAccents } from "./compare.js";
export { keepForAll } from "./device.js";
export { addTool } from "./equip.js";
export { all, first, isComplete, mark, textOf, unpackSmall } from "./kind.js";
export { numberOf } from "./notes.js";
export { keptPage, openPage, pageAround, pages, targetOf } from "./pages.js";
export { focusOn } from "./quiz.js";
export { generator, shuffle } from "./random.js";
export { partsOf } from "./reading-place.js";
export { oncePainted, tell } from "./session.js";
export { DONE, WHOLE, decode, emptyState, encode, indexes, join, only, work } from "./state.js";
export { LONGEST, isLater, registersOf } from "./texts.js";
export { counted, number, say, word } from "./words.js";
