/**
 * What a page may ask of whatever keeps the learner's record: an LMS over SCORM 1.2 or 2004, or
 * nobody. The page speaks these neutral types; each recorder writes its own formats.
 *
 * @module
 */

/** @typedef {'scorm12' | 'scorm2004' | 'local'} RecorderKind */

/** @typedef {'passed' | 'failed' | 'unknown'} Success */

/**
 * What was found when the session opened.
 *
 * @typedef {object} Opening
 * @property {string} state        saved data as found, "" when none
 * @property {string} location     last place, "" when none
 * @property {'normal' | 'review' | 'browse'} mode
 * @property {string} learnerId    "" when unknown
 * @property {string} learnerName  "" when unknown
 * @property {boolean} [isRefused]  the LMS refused to begin, and answers nothing: only opening the
 *   activity anew helps, and nothing more is called
 */

/**
 * The learner's work as a whole.
 *
 * "Passed" waits for `completed`: no LMS agrees with another on "incomplete but passed".
 *
 * @typedef {object} Result
 * @property {boolean} completed
 * @property {Success} success
 * @property {number | null} score  percent, 0 to 100, kept to two decimals; null: not final, none is written
 * @property {number} progress      0 to 1 (2004 only)
 */

/**
 * One thing to learn, reported by itself.
 *
 * @typedef {object} Objective
 * @property {string} id            letters, digits, `_` and `.`
 * @property {number | null} score  percent, 0 to 100; null: none is written
 * @property {boolean} completed
 * @property {Success} success
 */

/**
 * true-false: boolean; choice, sequencing: identifiers; matching: pairs of source and target
 * identifiers; fill-in, long-fill-in: text; likert: one identifier; numeric: a number.
 *
 * @typedef {boolean | string | number | readonly string[] | readonly (readonly [string, string])[]} Response
 */

/**
 * Bounds included; an infinite bound is an open side.
 *
 * @typedef {{readonly min: number, readonly max: number}} Range
 */

/**
 * One reported answer.
 *
 * Identifiers inside responses are one character of `[0-9a-z]`, the only form SCORM 1.2 takes; its
 * recorder writes whole numbers above nine as one digit in base 36 (`10` is `a`) and keeps the
 * first character of anything longer.
 *
 * @typedef {object} Interaction
 * @property {string} id            letters, digits, `_` and `.`
 * @property {'true-false' | 'choice' | 'fill-in' | 'long-fill-in' | 'matching' | 'sequencing' | 'numeric' | 'likert'} type
 * @property {Response} response    an empty one is not written
 * @property {readonly (Response | Range)[]} patterns  right responses; [] for an ungraded question
 * @property {'correct' | 'wrong' | 'neutral' | number} result  number: share of the points, 0 to 1
 * @property {number} weighting     points
 * @property {number | null} latencyS  seconds, 0 or more; null: unknown, and not written
 * @property {readonly string[]} objectives  identifiers of objectives
 * @property {string} description   plain text of the question (2004 only)
 * @property {Date | null} at       null: unknown, and not written
 */

/**
 * A call that the LMS did not honour.
 *
 * @typedef {object} Refusal
 * @property {string} call     `SetValue`, `Commit`…, without the LMS prefix of 1.2
 * @property {string} element  "" for a call about the session
 * @property {string} value
 * @property {string} code     the LMS's error code; "exception" when it threw
 */

/**
 * Nothing here ever throws; before `open` and after `close` every call does nothing.
 *
 * @typedef {object} Recorder
 * @property {RecorderKind} kind
 * @property {boolean} isTracked  whether an LMS listens
 * @property {number} stateRoom   characters of state that fit; fewer once the LMS was seen to keep fewer
 * @property {number} calmMs      milliseconds without a change that the LMS waits for before it saves, and
 *   that no closing hastens; after a failure it never saves again. 0 for one that saves when it is told to
 * @property {() => Opening} open
 *   starts the session; sets and commits exit "suspend", and a first status unless a better one is
 *   known. When an LMS keeps the state but does not tell the status, that waits for `setResult`.
 *   In mode `browse` nothing is written but, in 1.2, the status `browsed`
 * @property {(state: string) => void} setState
 * @property {(location: string) => void} setLocation
 * @property {(result: Result) => void} setResult
 *   never lowers what was read or written: passed > completed, failed > incomplete; best score
 * @property {<P extends unknown[], T>(part: Part<P, T>) => (...given: P) => T | null} lend
 *   lets a part that is loaded later (`rows.js`) call the LMS; null while nothing may be written
 * @property {() => boolean} hasNews  whether something was written since the last commit
 * @property {() => boolean} commit  whether it was sent: the LMS left no error, whatever it said. That
 *   it is kept only a later launch can prove
 * @property {() => void} settle
 *   the line was seen to stand after the last commit; until then what is told again is written again,
 *   even with the same value
 * @property {() => void} renew      what was told in this session may be lost: commits it anew, in a form that
 *   the LMS takes for new; a commit must follow
 * @property {(limit: number) => void} narrow  the LMS was seen to keep no more characters of state
 * @property {() => boolean} isNarrow whether it was
 * @property {() => void} close      ends the session, once
 * @property {() => void} leave      never calls the LMS again: another session may have written since
 * @property {() => boolean} relaunch  loads the LMS's page around the content anew, where there is one;
 *   false where only the learner can open the activity again
 * @property {() => readonly Refusal[]} refusals  the first hundred, for logging
 */

/**
 * @template {unknown[]} P
 * @template T
 * @typedef {(calls: import('./calls.js').Calls, record: import('./record.js').LearnerRecord, dialect: import('./dialect.js').Dialect) => (...given: P) => T} Part
 */

export {};
