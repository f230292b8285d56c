/**
 * SCORM 1.2: one status for completion and success, one-character answers, 255 characters.
 *
 * @module
 */

import { clock, decimal, identifier, oneLine, timespan } from "./formats.js";

/** @type {import('./dialect.js').Dialect} */
export const SCORM_12 = {
  kind: "scorm12",
  stateRoom: 4096,
  locationRoom: 255,
  object: "API",
  prefix: "LMS",
  end: "Finish",
  core: "cmi.core.",
  learner: "student_",
  location: "lesson_location",
  mode: "lesson_mode",
  isScaled: false,
  statuses: (parent, completed, success) => [
    [
      parent + (parent === "cmi.core." ? "lesson_status" : "status"),
      !completed ? "incomplete" : success === "unknown" ? "completed" : success,
    ],
  ],
  span: timespan,
  time: "time",
  moment: clock,
  response: "student_response",
  truth: ["f", "t"],
  wrong: "wrong",
  list: ",",
  pair: ".",
  anyCase: "",
  type: (type) => (type === "long-fill-in" ? "fill-in" : type),
  choice: (id) => (Number(id) ? Number(id).toString(36) : id.toLowerCase()).slice(0, 1),
  text: (text) => oneLine(text, 255),
  // A 1.2 pattern is one number: the middle of the range, or its only bound.
  range: (min, max) => decimal((min + max) / 2, 7) || decimal(min, 7) || decimal(max, 7),
  decimal,
  identifier,
  isInteractionRead: false,
};
