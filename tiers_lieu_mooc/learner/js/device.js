/**
 * What this device keeps for one learner of one course, beside what the LMS keeps. Nothing here
 * throws: a device that refuses (private window, full, forbidden) is a device that keeps nothing.
 */

/** Set on the device itself, for everybody who uses it: nothing of learners is written there. */
const SHARED = "tlm:poste-partage";

export class Device {
  /**
   * @param {string} course
   * @param {string} learner  as the LMS names them; "" when unknown
   */
  constructor(course, learner) {
    this.prefix = `tlm:${course}:${hash(learner)}:`;
    /** What a shared device keeps: as long as the page is open. @type {{[name: string]: string}} */
    this.memory = {};
    this.isShared = tried(() => localStorage.getItem(SHARED)) === "1";
  }

  /** @param {string} name  @returns {string}  "" when nothing is kept */
  read(name) {
    if (name in this.memory) return this.memory[name];
    return (!this.isShared && tried(() => localStorage.getItem(this.prefix + name))) || "";
  }

  /**
   * @param {string} name
   * @param {string} text
   * @returns {boolean}  whether it will still be there at the next visit
   */
  write(name, text) {
    this.memory[name] = text;
    if (this.isShared) return false;
    return tried(() => localStorage.setItem(this.prefix + name, text)) !== null;
  }

  /** @param {string} name */
  erase(name) {
    delete this.memory[name];
    tried(() => localStorage.removeItem(this.prefix + name));
  }
}

/**
 * @template T
 * @param {() => T} act
 * @returns {T | null}  null when the device refused
 */
function tried(act) {
  try {
    return act();
  } catch (refused) {
    return null;
  }
}

/**
 * A learner's name is nobody else's business: only a hash of it is written (FNV-1a, 32 bits; Fowler,
 * Noll and Vo, public domain).
 *
 * @param {string} text
 */
function hash(text) {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(36);
}
