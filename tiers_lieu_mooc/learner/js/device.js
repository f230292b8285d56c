/**
 * What this device keeps for one learner of one course, beside what the LMS keeps. Nothing here
 * throws: a device that refuses (private window, full, forbidden) is a device that keeps nothing.
 *
 * Texts stand in memory and are written behind it to the disk (IndexedDB). localStorage, which an LMS may
 * empty or replace by its own and send away, is the last resort and the last word of a page that goes, for
 * answers by number; a learner's own words never pass through it (ARCHITECTURE §5).
 */

import { joinKept } from "./joining.js";
import { decode } from "./state.js";
import { tried } from "./tried.js";

/** Set on the device itself, for everybody who uses it: nothing of learners is written there. */
const SHARED = "tlm:poste-partage";
/** Between a name and what makes the last word of a page its own. */
const ASIDE = "~";
/** What says nothing that a learner wrote: answers by number, levels, where they were. */
const IMPERSONAL = /^(state|progress|position|rival|declined)/;
/** The names that begin everything that is kept here. */
const ALL = "tlm:";
/** A copy of answers that nobody came back to goes after 30 days (UX §4.3, step 9), whoever comes instead. */
const LONGEST_MS = 30 * 24 * 3600 * 1000;

/**
 * @typedef {import("./disk.js").Disk} Disk
 * @typedef {ReturnType<typeof deviceOn>} Device
 */

/**
 * @param {Disk | null} disk
 * @param {string} course
 * @param {string} learner  as the LMS names them; "" when unknown
 * @param {() => number} now  milliseconds
 */
export function deviceOn(disk, course, learner, now) {
  const prefix = `${ALL}${course}:${hash(learner, 0x01000193)}${hash(learner, 0x85ebca6b)}:`;
  /** What this page knows. @type {{[name: string]: string}} */
  const kept = {};
  /** Names whose last change the disk does not hold for certain, and those that are being written. */
  const due = /** @type {Set<string>} */ (new Set());
  const busy = /** @type {Set<string>} */ (new Set());
  /** Last words that go once they are part of what is kept. @type {string[]} */
  let asides = [];
  let isShared = false;
  /** The browser refused the last time. */
  let isRefused = !disk;
  /** The page is being left: no answer of the disk is heard any more. */
  let isLeaving = false;
  /** The last that the disk was given. */
  let writing = /** @type {Promise<unknown>} */ (Promise.resolve());

  const wanted = (/** @type {string} */ name) => (isShared ? "" : kept[name] || "");

  /** @param {string} name  @param {string} text  that is there as well, and stays of what cannot be joined */
  function take(name, text) {
    kept[name] = joinKept(name, text, kept[name] || "");
  }

  /** @param {string} name  @returns {boolean} */
  function resort(name) {
    // Another page may be going, too: its last word is not written over.
    const said = () => wanted(name) && joinKept(name, wanted(name), localStorage.getItem(prefix + name) || "");
    return IMPERSONAL.test(name) && tried(() => localStorage.setItem(prefix + name, said())) !== null;
  }

  /**
   * Bring the disk up to what this page knows. One writing at a time: what changes meanwhile goes after it.
   *
   * @param {string} name
   */
  function flush(name) {
    const text = wanted(name);
    // A preview, or while what was erased can come back: nothing is written, only taken away.
    if (text && device.isIdle) return;
    due.add(name);
    if (isLeaving) {
      // What the disk may not have yet is said once more, in the ways that need no answer.
      const key = prefix + name + (text && ASIDE + Math.random());
      if (text) resort(name);
      asides.push(key);
      if (disk) disk.put(key, text);
    }
    if (!disk || isLeaving || busy.has(name)) return;
    due.delete(name);
    busy.add(name);
    // What is erased stays erased; what another window wrote meanwhile is joined.
    const change = disk.change(prefix + name, (found) => text && joinKept(name, text, found)).then(
      (there) => settle(name, text, there),
      () => refuse(name),
    );
    writing = Promise.all([writing, change]);
  }

  /** @param {string} name  @param {string} text  as it was told  @param {string} there  as it stands now */
  function settle(name, text, there) {
    busy.delete(name);
    isRefused = false;
    // By now the last word of another page may stand there.
    const left = (!isLeaving && !isShared && tried(() => localStorage.getItem(prefix + name))) || "";
    if (left && joinKept(name, there, left) !== there) {
      take(name, left);
      due.add(name);
    } else if (!isLeaving) tried(() => localStorage.removeItem(prefix + name));
    if (there !== text) {
      take(name, there);
      device.onNews(name);
    }
    if (due.has(name)) flush(name);
    else asides = asides.filter((key) => !key.startsWith(prefix + name + ASIDE) || (disk && disk.put(key, "")));
  }

  /** @param {string} name */
  function refuse(name) {
    busy.delete(name);
    due.add(name);
    if (isRefused) return;
    isRefused = true;
    names().forEach(resort);
    device.onTrouble();
  }

  /** Everything that is kept for this learner. */
  const names = () => Object.keys(kept).filter((name) => kept[name]);

  /** @param {{[key: string]: string}} found  on the disk, of all learners */
  function takeAll(found) {
    isShared = SHARED in found;
    for (const key of Object.keys(found)) {
      const [name, aside] = key.slice(prefix.length).split(ASIDE);
      if (key.startsWith(prefix)) {
        // Last words that came after it was said to be shared go, too.
        if (!isShared) take(name, found[key]);
        if (!aside) continue;
        asides.push(key);
        due.add(name);
      } else if (disk && /:state[^:]*$/.test(key) && now() - (parseInt(found[key], 36) || 0) > LONGEST_MS) disk.put(key, "");
    }
  }

  /** From localStorage, which keeps nothing of it once the disk does. */
  function moveIn() {
    // Kolibri's localStorage comes from other devices: where there is a disk, it says nothing of this one.
    isShared = isShared || (isRefused && tried(() => localStorage.getItem(SHARED)) === "1");
    const keys = tried(() => Object.keys(localStorage)) || [];
    for (const key of keys.filter((each) => each.startsWith(prefix) && !isShared)) {
      const name = key.slice(prefix.length);
      take(name, tried(() => localStorage.getItem(key)) || "");
      due.add(name);
    }
    due.forEach(flush);
  }

  /** @param {boolean} is */
  function turn(is) {
    isShared = is;
    for (const name of names()) {
      if (is || disk) tried(() => localStorage.removeItem(prefix + name));
      else resort(name);
      flush(name);
    }
  }

  const device = {
    /** Another window changed this. @type {(name: string) => void} */
    onNews: () => {},
    /** The browser keeps nothing any more. */
    onTrouble: () => {},
    /** The browser keeps things as long as it runs and promises no more, as in another site's frame. */
    isFleeting: false,
    /** Nothing is to be written: what is done is a preview. @type {boolean | undefined} */
    isIdle: false,
    get isShared() {
      return isShared;
    },

    /** Read all that is kept, and what earlier versions of the page and other pages' last words left. */
    load: () => Promise.resolve(disk && disk.load(ALL).then(takeAll, () => refuse(""))).then(moveIn),

    /** @param {string} name  @returns {string}  "" when nothing is kept */
    read: (name) => kept[name] || "",

    /** A copy of answers, which stands after its time. @param {string} name */
    readState: (name) => decode((kept[name] || "").split(".")[1] || ""),

    /**
     * @param {string} name
     * @param {string} text
     * @returns {boolean}  whether it will still be there at the next visit, as far as one can know
     */
    write(name, text) {
      kept[name] = text;
      if (isShared || device.isIdle) return false;
      flush(name);
      return (!isRefused || resort(name)) && !device.isFleeting;
    },

    /** @param {string} key  that another window changed */
    hear(key) {
      const name = key.slice(prefix.length);
      if (disk && key === SHARED) disk.load(SHARED).then((found) => turn(SHARED in found)).then(device.onTrouble, () => {});
      if (!disk || !key.startsWith(prefix) || name.includes(ASIDE)) return;
      disk.change(key, (found) => found).then((there) => {
        take(name, there);
        device.onNews(name);
      }, () => {});
    },

    /**
     * Wait until the disk has what it was given.
     *
     * @returns {Promise<boolean>}  whether all of it is there at the next visit
     */
    rest() {
      const asked = writing;
      return asked.then(() => (asked === writing ? isShared || [...due].every((name) => !kept[name] || resort(name)) : device.rest()));
    },

    /** The page goes, perhaps: from now on what it writes is said at once, blindly. */
    leave() {
      isLeaving = true;
      [...due, ...busy].forEach(flush);
    },

    /** It may stay after all. */
    stay() {
      isLeaving = false;
      due.forEach(flush);
    },

    /** @param {string} name */
    erase(name) {
      delete kept[name];
      tried(() => localStorage.removeItem(prefix + name));
      flush(name);
    },

    /** Forget everything that is kept here for this learner. */
    eraseAll: () => names().forEach(device.erase),

    /**
     * Tell the device that others use it, too: what is on the disk for this learner stays in the memory of
     * this page only, and nothing is written any more. Or that it is their own: back to the disk.
     *
     * @param {boolean} is
     */
    share(is) {
      tried(() => (is ? localStorage.setItem(SHARED, "1") : localStorage.removeItem(SHARED)));
      if (disk) disk.change(SHARED, () => (is ? "1" : "")).catch(() => {});
      turn(is);
    },

    names,
  };
  return device;
}

/**
 * A learner's name is nobody else's business: only a hash of it is written (FNV-1a, Fowler, Noll and Vo, public
 * domain). Twice, with another multiplier (MurmurHash3's first): of 32 bits, names that somebody chooses in
 * half a minute are alike, and a school of 77,000 has two by chance.
 *
 * @param {string} text
 * @param {number} factor
 */
function hash(text, factor) {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), factor);
  return (value >>> 0).toString(36);
}
