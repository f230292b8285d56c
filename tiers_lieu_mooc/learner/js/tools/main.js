/** The second script of the page: what is good to have, beside reading, answering and being saved. */

import { addTool } from "./borrowed.js";
import { offerChoices } from "./choosing.js";
import { showDevicePanel } from "./device-panel.js";
import { openTerms } from "./glossary.js";
import { watchLinks } from "./instead.js";
import { keepOverview } from "./overview.js";
import { offerLight } from "./light.js";
import { offerPaper } from "./paper.js";
import { keepPlan } from "./plan.js";
import { keepPosition } from "./position.js";
import { reminders } from "./reminder.js";
import { reportAnswers } from "./reporting.js";
import { makeSearchable } from "./search.js";
import { openSheet } from "./sheet.js";

addTool(reportAnswers);
addTool(offerChoices);
addTool(keepPlan);
addTool(openTerms);
addTool(makeSearchable);
addTool(reminders);
addTool(keepOverview);
addTool(openSheet);
addTool(keepPosition);
addTool(offerPaper);
addTool(offerLight);
addTool(watchLinks);
// After all that keeps something when the page goes.
addTool(showDevicePanel);
// What needs this script is hidden until all of it is there (`needs-tools` in page.css).
addTool(() => document.documentElement.classList.add("tools"));
