// What every page does by script.

import "./service-worker-registration.js";
