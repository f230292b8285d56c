/**
 * The dialect of a package that meets no LMS: nothing of it is ever said.
 *
 * @module
 */

import { SCORM_12 } from "./scorm12.js";

/** @type {import('./dialect.js').Dialect} */
export const NOBODY = Object.assign({}, SCORM_12, { object: "" });
