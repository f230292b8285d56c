/**
 * Recorded conversations, replayed on the strict LMS: each answer, then the error that it left.
 *
 * `answer` and `error` are the standard's. `engine` declares that scorm-again refuses what the
 * standard allows; the day it is cured, the step fails and the declaration goes.
 */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { strictLms } from "../runtime/support.js";

/** @typedef {import('../../../tiers_lieu_mooc/preview/static/table.js').Standard} Standard */

/**
 * @typedef {object} Step
 * @property {string} call
 * @property {string[]} arguments
 * @property {string} answer
 * @property {string} error
 * @property {{answer: string, error: string}} [engine]
 */

/**
 * @typedef {object} Transcript
 * @property {string} title
 * @property {string} source
 * @property {Standard[]} standards
 * @property {Record<string, string>} given
 * @property {Step[]} steps
 */

const FOLDER = new URL("../../transcripts/", import.meta.url);

for (const name of readdirSync(FOLDER)) {
  /** @type {Transcript} */
  const transcript = JSON.parse(readFileSync(new URL(name, FOLDER), "utf-8"));
  for (const standard of transcript.standards) {
    test(`${transcript.title} (${standard}, ${transcript.source})`, () => {
      const { lms, calls } = strictLms(standard, transcript.given);
      for (const [number, step] of transcript.steps.entries()) {
        const call = `${name} step ${number}: ${step.call}(${step.arguments.join(", ").slice(0, 80)})`;
        const answer = lms.api[step.call]?.(...step.arguments);
        const expected = step.engine || step;
        const last = calls[calls.length - 1];
        assert.equal(answer, expected.answer, call);
        assert.equal(last?.code, expected.error, call);
        assert.equal(last?.isByEngine, Boolean(step.engine), call);
      }
    });
  }
}
