/** The learner's page without an LMS. */

import { NOBODY } from "../../../scorm_export/runtime/nobody.js";
import { start } from "./main.js";

start(NOBODY);
