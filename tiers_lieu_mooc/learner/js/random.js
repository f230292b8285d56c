/** Chance that can be repeated: the same seed always gives the same draw and the same order. */

/**
 * A generator of numbers from 0 (included) to 1 (excluded): mulberry32, by Tommy Ettinger,
 * public domain.
 *
 * @param {number} seed
 * @returns {() => number}
 */
export function generator(seed) {
  let step = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    step = (step + 0x6d2b79f5) | 0;
    let mixed = Math.imul(step ^ (step >>> 15), 1 | step);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * The items in another order (Fisher and Yates).
 *
 * @template T
 * @param {readonly T[]} items
 * @param {() => number} random
 */
export function shuffle(items, random) {
  const mixed = items.slice();
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
  }
  return mixed;
}

/**
 * A seed that no state has yet, 1 to `max`.
 *
 * @param {number} max
 */
export function freshSeed(max) {
  return 1 + Math.floor(Math.random() * max);
}
