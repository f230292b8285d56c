/** Chance from a seed: the same seed is the same session, on every machine. */

/** Mulberry32, by Tommy Ettinger, public domain. */
export class Chance {
  #step;

  /** @param {number} seed */
  constructor(seed) {
    this.#step = Math.imul(seed + 1, 0x9e3779b1);
  }

  /** From 0 (included) to 1 (excluded). */
  next() {
    this.#step = (this.#step + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#step ^ (this.#step >>> 15), 1 | this.#step);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** @param {number} least  @param {number} most  both can come */
  whole(least, most) {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** @param {number} share  from 0 to 1 */
  happens(share) {
    return this.next() < share;
  }

  /** @template T  @param {readonly T[]} all  @returns {T} */
  one(all) {
    return all[Math.floor(this.next() * all.length)];
  }

  /** A key of the table, each as often as its weight says.  @template {string} K  @param {Readonly<Record<K, number>>} weights  @returns {K} */
  often(weights) {
    let left = this.next() * total(weights);
    let last = /** @type {any} */ ("");
    for (const key in weights) {
      last = key;
      left -= weights[key];
      if (left < 0) break;
    }
    return last;
  }
}

/** @type {WeakMap<object, number>} */
const totals = new WeakMap();

/** @param {Readonly<Record<string, number>>} weights */
function total(weights) {
  let sum = totals.get(weights);
  if (sum === undefined) {
    sum = Object.values(weights).reduce((most, each) => most + each, 0);
    totals.set(weights, sum);
  }
  return sum;
}
