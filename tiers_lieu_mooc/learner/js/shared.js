/**
 * What the second script has from the first: its modules import from here and from one another only.
 * The first script carries all of it and hands it over (`equip.js`), so that none of it is there twice; what its modules
 * import is taken once, by `tools/borrowed.js`.
 */

import { ALPHABET, Reader, packNumber } from "./base64.js";
import { withoutAccents } from "./compare.js";
import { addTool } from "./equip.js";
import { all, first, isComplete, mark, textOf, unpackSmall, verdictOf } from "./kind.js";
import { numberOf } from "./notes.js";
import { keptPage, openPage, pageAround, pages, targetOf } from "./pages.js";
import { questionAt } from "./question.js";
import { rightOnes } from "./question/choice.js";
import { KINDS } from "./question/index.js";
import { numberIn } from "./question/numeric.js";
import { focusOn } from "./quiz.js";
import { generator, shuffle } from "./random.js";
import { partsOf } from "./reading-place.js";
import { oncePainted, tell } from "./session.js";
import { DONE, WHOLE, decode, emptyState, encode, indexes, join, only, work } from "./state.js";
import { LONGEST, isLater, registersOf } from "./texts.js";
import { tried } from "./tried.js";
import { counted, number, say, word } from "./words.js";

/** A row, since the names of so many things would weigh more in both scripts than what most of them stand for. */
export const lent = /** @type {const} */ ([
  ALPHABET, Reader, packNumber, numberIn, withoutAccents, addTool,
  all, first, isComplete, mark, textOf, unpackSmall, verdictOf, numberOf,
  questionAt, rightOnes, KINDS,
  keptPage, openPage, pageAround, pages, targetOf, focusOn, generator, shuffle, partsOf, oncePainted, tell,
  DONE, WHOLE, decode, emptyState, encode, indexes, join, only, work,
  LONGEST, isLater, registersOf, tried, counted, number, say, word,
]);
