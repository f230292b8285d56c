/** The learner's page for an LMS of SCORM 2004. */

import { SCORM_2004 } from "../../../scorm_export/runtime/scorm2004.js";
import { start } from "./main.js";

start(SCORM_2004);
