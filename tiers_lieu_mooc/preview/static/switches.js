/**
 * What an LMS may do otherwise than the next. Profiles (`../profiles/*.json`) set these switches, each
 * with its source; nothing here or in the engine knows an LMS by its name.
 *
 * @module
 */

/** @typedef {import('./table.js').Standard} Standard */

/**
 * A form of values that an LMS wants beyond the standard's.
 *
 * @typedef {object} ValuePattern
 * @property {string} element  with `n` for indexes
 * @property {string} pattern  for the whole value
 * @property {string} code     error for other values
 * @property {{element: string, is: readonly string[]} | null} [when]  it holds for these values of
 *   another element of the row
 */

/**
 * How an LMS makes the grade that a trainer reads.
 *
 * @typedef {object} GradeRule
 * @property {readonly ("raw" | "scaled")[]} from  the first that has a value counts
 * @property {number} decimals
 * @property {boolean} [isCut]         decimals fall away instead of being rounded
 * @property {boolean} [failedIsZero]  a failure counts 0 whatever the score
 * @property {boolean} [isProgress]    a share of progress and no grade
 * @property {Readonly<Record<string, number>>} [byStatus]  what counts where there is no score; other
 *   statuses count for nothing
 * @property {boolean} [isZeroWhenDone]  0 is shown where an activity without a score is completed
 */

/**
 * When an LMS takes the whole activity for completed; one of the two is enough.
 *
 * @typedef {object} Completion
 * @property {readonly string[]} [statuses]  of the content, success included
 * @property {number} [grade]  or more
 */

/**
 * @typedef {object} Switches
 * @property {boolean} object  content finds an API object
 * @property {boolean} resumesOnlySuspended  gives nothing back unless exit `suspend` was kept
 * @property {boolean} reviewsAfterCompletion  the launch after a final status is a review, no credit
 * @property {"never" | "when completed" | "always"} forcesAttempt  a launch begins a new attempt
 * @property {number} attempts  that a learner may begin; 0: any number
 * @property {boolean} locksAfterLast  the last of these attempts is not entered a second time
 * @property {boolean} offersBrowse  learners are offered to enter in mode `browse`
 * @property {"refused" | "joined" | "replaced"} overlap  what a session may still write once another
 *   was launched: nothing; the values that it sends; everything, in place of what was there
 * @property {boolean} refusesOldLogin  a session that was launched before the last login writes nothing
 * @property {number} loginPageMs  after so long without a login the page is sent to the login page; 0: never
 * @property {boolean} clearsStorage  localStorage is emptied at each login, on each page that nobody is
 *   logged in to, and once caches were purged; IndexedDB is not
 * @property {boolean} shipsStorage  localStorage is the LMS's own, and travels to its server
 * @property {string} sandbox  what the frame allows, as HTML has it; "": everything
 * @property {Record<string, string>} opening  values at launch that are this LMS's own
 * @property {"last, first" | "first last"} nameOrder
 * @property {boolean} forbidsUnload  the frame's policy bans the `unload` event
 * @property {readonly string[]} unanswered  beginnings of elements that always read ""
 * @property {Record<string, string>} refused  error code by beginning of the element
 * @property {Record<string, string>} refusedUnset  error code for reading what was never set, by element
 *   with `n` for indexes
 * @property {boolean} validates  false: whatever is set is taken
 * @property {boolean} tellsErrors  false: every call says "true", the last error is always 0
 * @property {boolean} checksTwice  scorm-again is asked, too
 * @property {Record<string, number>} limits  characters by element, in place of the standard's
 * @property {readonly ValuePattern[]} patterns
 * @property {"everything" | "what changed" | "what differs from launch" | "each value" | "after calm"} sends
 *   what a commit sends. `what changed`: a value that was sent counts as kept whatever became of it.
 *   `each value`: setting sends, a commit does nothing. `after calm`: everything goes once nothing was
 *   set for `calmMs`, and never while leaving; a commit does nothing
 * @property {number} calmMs  milliseconds
 * @property {boolean} givesUp  after one message that failed nothing more is sent in that session
 * @property {boolean} isLate  values are sent after `SetValue` answered, and never while leaving
 * @property {"true" | "false"} offline  what a commit answers when the line is cut
 * @property {boolean} blocks  the page stands still until a commit is through the line
 * @property {number} leavingRoom  bytes that one message takes while the page goes; a longer one is lost
 * @property {string} leavingLineBreak  what line breaks become then; "": they stay
 * @property {readonly string[]} brokenBy  values of `adl.nav.request` after which commits fail
 * @property {boolean} completesAtEnd  no status set: completed at the end
 * @property {boolean} masteryAtEnd  a mastery score and a score: passed or failed at the end
 * @property {"end" | "commit"} totalTimeAt  when the session's time joins the total
 * @property {boolean} keepsBest  score and status never go down on the server
 * @property {GradeRule} grade
 * @property {Completion} completesWhen  {}: the LMS knows of no such thing
 * @property {"rows" | "empty row" | "none"} interactionsReport  what a trainer sees of answers
 * @property {boolean} objectivesReport
 */

/**
 * @typedef {object} Peculiarity
 * @property {string} switch
 * @property {unknown} value
 * @property {readonly Standard[]} targets
 * @property {string} tells
 * @property {string} source
 */

/**
 * What whoever manages a course in the LMS may choose; the first option is the usual one.
 *
 * @typedef {object} Setting
 * @property {string} name
 * @property {readonly {name: string, sets: Partial<Switches>}[]} options
 */

/**
 * @typedef {object} Profile
 * @property {string} name
 * @property {string} title
 * @property {string} summary
 * @property {readonly Peculiarity[]} peculiarities
 * @property {readonly Setting[]} [settings]
 * @property {readonly {tells: string, source: string}[]} warnings
 */

/** What holds where a profile says nothing. @type {Readonly<Switches>} */
export const DEFAULTS = {
  object: true,
  resumesOnlySuspended: false,
  reviewsAfterCompletion: false,
  forcesAttempt: "never",
  attempts: 0,
  locksAfterLast: false,
  offersBrowse: false,
  overlap: "refused",
  refusesOldLogin: false,
  loginPageMs: 0,
  clearsStorage: false,
  shipsStorage: false,
  sandbox: "",
  opening: {},
  nameOrder: "last, first",
  forbidsUnload: false,
  unanswered: [],
  refused: {},
  refusedUnset: {},
  validates: true,
  tellsErrors: true,
  checksTwice: false,
  limits: {},
  patterns: [],
  sends: "everything",
  calmMs: 2000,
  givesUp: false,
  isLate: false,
  offline: "false",
  blocks: false,
  leavingRoom: Infinity,
  leavingLineBreak: "",
  brokenBy: [],
  completesAtEnd: false,
  masteryAtEnd: false,
  totalTimeAt: "end",
  keepsBest: false,
  grade: { from: ["raw"], decimals: 2 },
  completesWhen: {},
  interactionsReport: "rows",
  objectivesReport: false,
};

/**
 * The switches of an LMS for one edition.
 *
 * @param {Profile} profile
 * @param {Standard} standard
 * @param {Readonly<Record<string, string>>} [chosen]  names of options, by the names of settings
 * @returns {Switches}
 */
export function switchesOf({ peculiarities, settings = [] }, standard, chosen = {}) {
  const options = settings.map(
    ({ name, options: [usual, ...others] }) =>
      others.find((option) => option.name === chosen[name]) || usual,
  );
  const set = peculiarities.filter(
    ({ targets }) => targets === undefined || targets.includes(standard),
  );
  return Object.assign(
    {},
    DEFAULTS,
    ...set.map((each) => ({ [each.switch]: each.value })),
    ...options.map((option) => option?.sets),
  );
}

/**
 * The first beginning that fits.
 *
 * @param {readonly string[]} starts
 * @param {string} element
 */
export const startOf = (starts, element) => starts.find((start) => element.startsWith(start));
