/** `scripts/campaign --fast`: sessions without a browser, many of them, and nothing lost. */

import { parseArgs } from "node:util";

import { atTop } from "./clock.js";
import { played } from "./fleet.js";

const USAGE = `Usage: scripts/campaign --fast [--sessions N] [--first SEED] [--workers N] [--stop]
       scripts/campaign --fast --seed SEED   one session, and all that happens in it
       scripts/campaign --million            as --fast --sessions 1000000
--stop ends at the first session that loses something.`;
const SESSIONS = 100_000;
/** Losses whose stories are told. */
const TOLD = 3;

const { values: asked } = parseArgs({
  options: {
    fast: { type: "boolean" },
    million: { type: "boolean" },
    sessions: { type: "string" },
    first: { type: "string", default: "0" },
    seed: { type: "string" },
    stop: { type: "boolean", default: false },
    workers: { type: "string" },
    help: { type: "boolean", short: "h" },
  },
});

if (asked.help) console.log(USAGE);
else if (asked.seed !== undefined) process.exitCode = Number(!(await tell(Number(asked.seed))));
else await many(Number(asked.sessions || (asked.million ? 1_000_000 : SESSIONS)), Number(asked.first));
// Threads that this one still plays in have timers of their own.
process.exit();

/** @param {number} seed  @returns {Promise<boolean>}  whether nothing was lost */
async function tell(seed) {
  const { play } = await import("./play.js");
  const { story, lost } = await atTop(() => play(seed, true));
  console.log(story.join("\n"));
  for (const line of lost) console.log(`lost: ${line}`);
  return !lost.length;
}

/** @param {number} sessions  @param {number} first */
async function many(sessions, first) {
  const started = performance.now();
  const sum = { sessions: 0, answers: 0, launches: 0, failed: /** @type {import("./worker.js").Part["failed"]} */ ([]) };
  await played(
    first,
    sessions,
    (part) => {
      sum.sessions += part.sessions;
      sum.answers += part.answers;
      sum.launches += part.launches;
      sum.failed.push(...part.failed);
      if (process.stderr.isTTY) process.stderr.write(`\r${number(sum.sessions)} of ${number(sessions)}, ${sum.failed.length} failed `);
      return !(asked.stop && sum.failed.length);
    },
    asked.workers ? Number(asked.workers) : undefined,
  );
  const seconds = (performance.now() - started) / 1000;
  if (process.stderr.isTTY) process.stderr.write("\n");
  await report(sum.failed);
  const pace = number(Math.round(sum.sessions / seconds));
  console.log(`${number(sum.sessions)} sessions, ${number(sum.launches)} launches, ${number(sum.answers)} answers, ${sum.failed.length} sessions with losses in ${seconds.toFixed(0)} s (${pace} a second)`);
  process.exitCode = Number(sum.failed.length > 0);
}

/** @param {import("./worker.js").Part["failed"]} failed */
async function report(failed) {
  failed.sort((one, other) => one.seed - other.seed);
  for (const { seed } of failed.slice(0, TOLD)) {
    console.log(`\nscripts/campaign --fast --seed ${seed}`);
    await tell(seed);
  }
  for (const { seed, lost } of failed.slice(TOLD)) console.log(`scripts/campaign --fast --seed ${seed}: ${lost[0]}`);
}

/** @param {number} value */
function number(value) {
  return value.toLocaleString("en-US");
}
