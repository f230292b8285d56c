/** The page's scripts broken on purpose, each in one place, so that the sessions can be seen to find it. */

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** What the sessions are played with. */
const NEEDED = ["package.json", "scorm_export/runtime", "tiers_lieu_mooc/learner/js", "tests/fast", "tests/support/lms"];
const PAGE = "tiers_lieu_mooc/learner/js/";

/**
 * @typedef {object} Break
 * @property {string} name
 * @property {string} file
 * @property {string} from  stands there once
 * @property {string} to
 */

/** @type {readonly Break[]} */
export const BREAKS = [
  {
    name: "nothing is written to the disk",
    file: `${PAGE}disk.js`,
    from: "if (text !== found) write(store, key, text);",
    to: "",
  },
  {
    name: "what another window wrote is written over",
    file: `${PAGE}device.js`,
    from: "(found) => text && joinKept(name, text, found)",
    to: "() => text",
  },
  {
    name: "a page that goes has no last word",
    file: `${PAGE}device.js`,
    from: "      isLeaving = true;\n      [...due, ...busy].forEach(flush);",
    to: "      isLeaving = true;",
  },
  {
    name: "a launch does not tell the LMS what it lacks",
    file: `${PAGE}saving.js`,
    from: "    tellState();\n    tellResult();\n    if (isBehind || recorder.hasNews()) schedule(isBehind);",
    to: "    if (isBehind && !store) schedule(isBehind);",
  },
  {
    name: "rows are not told again",
    file: `${PAGE}launching.js`,
    from: "session.mustRecall = Object",
    to: "session.mustRecall = false && Object",
  },
  {
    name: "a score is told that nobody won",
    file: `${PAGE}report.js`,
    from: "hundredths(mean(",
    to: "1 + hundredths(mean(",
  },
  {
    name: "a preview completes the activity",
    file: "scorm_export/runtime/tracked.js",
    from: 'calls.set(status, "browsed")',
    to: "status",
  },
  {
    name: "of two states the tries of one are lost",
    file: `${PAGE}state.js`,
    from: "for (const field of most) records[index][field] = Math.max(Number(mine[field]), Number(its[field]));",
    to: "",
  },
  {
    name: "the shared device of one is everybody's",
    file: `${PAGE}device.js`,
    from: "isShared || (isRefused && tried",
    to: "isShared || (tried",
  },
];

/**
 * Play sessions with scripts that are broken, until one loses something.
 *
 * @param {Break} change
 * @param {number} sessions
 * @returns {string}  what was said of it
 */
export function playBroken({ file, from, to }, sessions) {
  const copy = mkdtempSync(join(tmpdir(), "broken-"));
  try {
    for (const each of NEEDED) cpSync(join(ROOT, each), join(copy, each), { recursive: true });
    const script = readFileSync(join(copy, file), "utf8");
    if (script.split(from).length !== 2) throw new Error(`${file} does not hold once: ${from}`);
    writeFileSync(join(copy, file), script.replace(from, () => to));
    return run(copy, sessions);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/** @param {string} folder  @param {number} sessions */
function run(folder, sessions) {
  const asked = ["tests/fast/run.js", "--sessions", String(sessions), "--workers", "1", "--stop"];
  const { stdout, stderr } = spawnSync(process.execPath, asked, { cwd: folder, encoding: "utf8" });
  if (stderr) throw new Error(stderr);
  return stdout;
}
