/** The learner's page for an LMS of SCORM 1.2. */

import { SCORM_12 } from "../../../scorm_export/runtime/scorm12.js";
import { start } from "./main.js";

start(SCORM_12);
