/**
 * What differs between the editions, as data and small functions; one recorder reads it.
 *
 * @module
 */

/** @typedef {import('./recorder.js').Interaction} Interaction */
/** @typedef {import('./recorder.js').Success} Success */

/**
 * @typedef {object} Dialect
 * @property {'scorm12' | 'scorm2004'} kind
 * @property {number} stateRoom
 * @property {number} locationRoom
 * @property {string} object      name of the LMS's object; "" where no LMS is meant
 * @property {string} prefix      of every call
 * @property {string} end         the call that ends the session
 * @property {string} core        where the elements about the whole session sit
 * @property {string} learner     before `id` and `name`
 * @property {string} location
 * @property {string} mode
 * @property {boolean} isScaled   whether scores have a share beside their points, and progress exists
 * @property {(parent: string, completed: boolean, success: Success) => [[string, string], ...[string, string][]]} statuses
 *   elements and values, in the order they are written
 * @property {(seconds: number) => string} span
 * @property {string} time
 * @property {(at: Date) => string} moment
 * @property {string} response
 * @property {readonly [string, string]} truth  false, true
 * @property {string} wrong
 * @property {string} list        between the parts of a response
 * @property {string} pair
 * @property {string} anyCase     before a text pattern
 * @property {(type: Interaction['type']) => string} type
 * @property {(id: string) => string} choice
 * @property {(text: string, type: Interaction['type']) => string} text
 * @property {(min: number, max: number) => string} range
 * @property {(number: number, places: number) => string} decimal  as `formats.js`, like the next
 * @property {(id: string) => string} identifier
 * @property {boolean} isInteractionRead  whether interactions can be read back
 */

export {};
