/**
 * What the second script has from the first, each name read once: read at every use, as esbuild writes
 * what comes from outside a bundle, it makes the script heavier by a twentieth.
 */

import { lent } from "../shared.js";

export const { addTool, all, ALPHABET, counted, decode, DONE, emptyState, encode, first, focusOn } = lent;
export const { generator, indexes, isComplete, isLater, join, keepForAll, keptPage, LONGEST, mark, number } = lent;
export const { numberOf, oncePainted, openPage, packNumber, pageAround, pages, partsOf, Reader } = lent;
export const { registersOf, say, shuffle, targetOf, tell, textOf, unpackSmall, WHOLE, withoutAccents, word } = lent;
