/** When each question was first seen, to report how long an answer took. */
export class Stopwatch {
  constructor() {
    /** @type {{[index: number]: number}} */
    this.started = {};
  }

  /** @param {number} index */
  start(index) {
    if (!(index in this.started)) this.started[index] = Date.now();
  }

  /** @param {number} index  @returns {number} seconds */
  read(index) {
    return index in this.started ? (Date.now() - this.started[index]) / 1000 : 0;
  }
}
