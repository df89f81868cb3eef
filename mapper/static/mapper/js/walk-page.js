// The page that says how watched a walk is: every element on it.

import "./map-notice.js";
import "./place-search.js";
import "./walk-answer.js";
import "./walk-file.js";
import "./walk-map.js";
