/**
 * What the second script has from the first, in the order of `lent`, each name read once: read at every use, as
 * esbuild writes what comes from outside a bundle, it makes the script heavier by a twentieth.
 */

import { lent } from "../shared.js";

export const [
  ALPHABET, Reader, packNumber, numberIn, withoutAccents, addTool,
  all, first, isComplete, mark, textOf, unpackSmall, verdictOf, numberOf,
  questionAt, rightOnes, KINDS,
  keptPage, openPage, pageAround, pages, targetOf, focusOn, generator, shuffle, partsOf, oncePainted, tell,
  DONE, WHOLE, decode, emptyState, encode, indexes, join, only, work,
  LONGEST, isLater, registersOf, tried, counted, number, say, word,
] = lent;
