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
    /** How the first versions of the page began the names of open texts. */
    this.former = `tlm:${course}:${learner}:`;
    /** What the disk does not take: kept as long as the page is open. @type {{[name: string]: string}} */
    this.memory = {};
  }

  /** Asked each time: another window may have changed it. */
  get isShared() {
    return tried(() => localStorage.getItem(SHARED)) === "1";
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
    const isKept = !this.isShared && tried(() => localStorage.setItem(this.prefix + name, text)) !== null;
    if (isKept) delete this.memory[name];
    else this.memory[name] = text;
    return isKept;
  }

  /**
   * Take over an open text from where earlier versions of the page kept it, the oldest first.
   *
   * @param {string} id  of the question
   * @param {number} index
   * @param {(text: string) => boolean} keep  whether it is kept elsewhere now
   */
  adoptNote(id, index, keep) {
    for (const key of this.isShared ? [] : [this.former + id, `${this.prefix}note-${id}`, `${this.prefix}note-${index}`]) {
      const text = tried(() => localStorage.getItem(key));
      if (text && keep(text)) tried(() => localStorage.removeItem(key));
    }
  }

  /** @param {string} name */
  erase(name) {
    delete this.memory[name];
    tried(() => localStorage.removeItem(this.prefix + name));
  }

  /** Forget everything that is kept here for this learner. */
  eraseAll() {
    this.names().forEach((name) => this.erase(name));
  }

  /**
   * Tell the device that others use it, too: what is on the disk for this learner moves into the
   * memory of this page, and nothing is written any more. Or that it is their own: back to the disk.
   *
   * @param {boolean} isShared
   */
  share(isShared) {
    const kept = this.names().map((name) => ({ name, text: this.read(name) }));
    this.eraseAll();
    tried(() => (isShared ? localStorage.setItem(SHARED, "1") : localStorage.removeItem(SHARED)));
    for (const { name, text } of kept) this.write(name, text);
  }

  /** Everything that is kept for this learner. */
  names() {
    const { prefix } = this;
    const keys = tried(() => Object.keys(localStorage)) || [];
    const onDisk = keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
    return onDisk.filter((name) => !(name in this.memory)).concat(Object.keys(this.memory));
  }
}

/**
 * Keep a choice that says nothing of anybody, such as how the page looks, for all who use the device.
 *
 * @param {string} name
 * @param {string} text
 */
export function keepForAll(name, text) {
  tried(() => localStorage.setItem(`tlm:${name}`, text));
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
