/**
 * The place in a package that is loaded again: the same section at the same height.
 *
 * @module
 */

export class Place {
  #frame;
  #section = "";
  #height = 0;

  /** @param {HTMLIFrameElement} frame */
  constructor(frame) {
    this.#frame = frame;
  }

  /** Where the reader is, before the package goes. */
  note() {
    this.#section = this.#open();
    this.#height = this.#frame.contentDocument?.defaultView?.scrollY || 0;
  }

  /** Scroll back, once: the package itself opens the section again. */
  restore() {
    if (this.#section && this.#open() === this.#section) {
      this.#frame.contentDocument?.defaultView?.scrollTo(0, this.#height);
    }
    this.#section = "";
  }

  #open() {
    return this.#frame.contentDocument?.querySelector("[data-page].open")?.id || "";
  }
}
