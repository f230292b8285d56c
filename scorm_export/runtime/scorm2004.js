/**
 * SCORM 2004, all editions: completion and success apart, separators in brackets, durations.
 *
 * @module
 */

import { decimal, duration, identifier, oneLine, timestamp } from "./formats.js";

/** @type {import('./dialect.js').Dialect} */
export const SCORM_2004 = {
  kind: "scorm2004",
  // 64,000 are allowed, but an unload beacon carries 64 KiB in all.
  stateRoom: 30000,
  locationRoom: 1000,
  object: "API_1484_11",
  prefix: "",
  end: "Terminate",
  core: "cmi.",
  learner: "learner_",
  location: "location",
  mode: "mode",
  isScaled: true,
  statuses: (parent, completed, success) => [
    [`${parent}completion_status`, completed ? "completed" : "incomplete"],
    [`${parent}success_status`, completed || success === "failed" ? success : "unknown"],
  ],
  span: duration,
  time: "timestamp",
  moment: timestamp,
  response: "learner_response",
  truth: ["false", "true"],
  wrong: "incorrect",
  list: "[,]",
  pair: "[.]",
  anyCase: "{case_matters=false}",
  type: (type) => type,
  choice: identifier,
  // What a learner types must not be read as a separator or as a prefix of the standard's own.
  text: (text, type) =>
    oneLine(
      text.replace(/\[([,.:])\]/g, "($1)").replace(/^\s*\{(?=[a-z_]+=)/, "("),
      type === "long-fill-in" ? 4000 : 250,
    ),
  range: (min, max) => `${decimal(min, 7)}[:]${decimal(max, 7)}`,
  decimal,
  identifier,
  isInteractionRead: true,
};
