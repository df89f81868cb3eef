"""Every number that is policy, each with its reason; code elsewhere names these and states none."""

# --- belief ---------------------------------------------------------------------------------
# A camera nobody has seen for two years may well have been replaced: say so (design: stale).
STALE_AFTER_DAYS = 730
# More than two thirds must agree before a camera counts as confirmed or gone.
AGREEMENT_SHARE = 2 / 3
# Positions this near each other, in metres, are one place: an ordinary phone is seldom better.
SAME_PLACE_M = 10.0
# Facings this near each other, in degrees, are one: two people misjudge it by some 20 each way.
SAME_FACING_DEG = 30.0
# Openings are guessed even more roughly: a usual lens and a wide one are told apart, no more.
SAME_OPENING_DEG = 45.0
# Heights are guessed from the ground, to about half a storey.
SAME_HEIGHT_M = 1.5
# Tilts are guessed: level, and clearly down, are told apart.
SAME_TILT_DEG = 20.0

# --- private homes --------------------------------------------------------------------------
# Web-Mercator zoom of the fixed cell in which cameras at private homes are counted: about 600 m
# wide at 60 degrees and 1,200 m at the equator, wide enough to hold many homes.
HOME_CELL_ZOOM = 15

# --- tiles ----------------------------------------------------------------------------------
# Deepest zoom we draw; the map stretches these tiles beyond it.
TILE_MAX_ZOOM = 18
# The rim around a tile whose contents it also carries, in tile widths: 32 of 512 px, so that no
# symbol, sector or stroke is cut off at its edge (256 units, as PostGIS has it unasked).
TILE_BUFFER = 1 / 16
# Single symbols need room: below this zoom two cameras on one street would cover each other.
CAMERAS_MIN_ZOOM = 14
# A tile with more cameras than this shows counts, so that no tile grows without bound.
CAMERAS_PER_TILE = 1_500
# Deepest zoom of the tiles in a file for others: their maps stretch them, as ours does from 18 on.
ARCHIVE_DEEPEST = 16
# Seconds a browser may keep a camera tile: a new camera should be seen soon by others too.
CAMERA_TILE_AGE_S = 10
# From this tile zoom on street coverage is drawn: below it a town's streets are a tangle.
COVERAGE_MIN_ZOOM = 12
# Seconds a browser may keep a tile of street coverage: the figures follow a change within seconds,
# and a minute later they are no worse; such a tile costs as much as one of the base map.
COVERAGE_TILE_AGE_S = 60
# From this tile zoom on single views are drawn: below it a view is smaller than its camera's sign.
VIEWS_MIN_ZOOM = 16
# A tile with more cameras than this draws no view: it would take a second, and 100 kB. A quarter of
# it, one zoom nearer, does.
VIEWS_PER_TILE = 1_000
# Seconds a browser may keep a base tile; a fresh import changes the address instead.
BASE_TILE_AGE_S = 86_400

# --- the index of cameras -----------------------------------------------------------------------
# Up to so many cameras each process reads for itself when it needs them, in a tenth of a second;
# of more a file is made, which all processes share.
INDEX_OWN_CAMERAS = 20_000
# Seconds for which a process takes it that nothing changed: a new camera is on the next tile well
# within the tenth of a second that people call at once, and the question costs no request much.
INDEX_CHECK_S = 0.04
# Seconds after which nobody is answered from what was known then, while another asks what changed:
# what was hidden since would show. That a camera is on the map within a tenth is what we promise.
INDEX_LATE_S = 0.1
# Changes that are kept beside the sorted cameras before they are sorted in.
INDEX_CHANGES = 5_000
# Seconds a request waits for an index that is being built before it is asked to come again.
INDEX_WAIT_S = 2.0
# Seconds after which who was asked to come again should do so: sorting a city takes as long.
INDEX_RETRY_S = 3
# Seconds after which a process sorts changes in by itself where the one whose task it is did not.
INDEX_GRACE_S = 10.0
# Rows read at a time where a database hands them out one by one.
INDEX_READ_ROWS = 20_000
# Numbers of cameras from which a database is asked for two halves at once: what a second core takes
# to begin is won back.
INDEX_HALVES_FROM = 100_000
# Bytes that are collected, where it sends all of them, before their rows are taken apart.
INDEX_READ_BYTES = 4_000_000
# The first line of the file is no longer than this, in bytes: it says what follows.
INDEX_HEAD_BYTES = 1_000_000
# Bytes of finished tiles that each process keeps: all that a city's readers look at in an hour.
TILES_KEPT_BYTES = 64_000_000

# --- lists and answers ----------------------------------------------------------------------
# Rows on one page of the list: a screen reader's user can still leaf through them.
LIST_PAGE_ROWS = 100
# Streets among which the list looks for those its cameras are on: a town's worth. Beyond that the
# view is so wide that the names would say little, and reading them would take longest of all.
LIST_STREETS = 1_500
# Features in one answer of the programming interface: unasked, and at most.
ITEMS_DEFAULT = 100
ITEMS_MAX = 1_000
# Cameras nearest to a place in one answer, unasked and at most, and how far off they may be.
NEAREST_DEFAULT = 5
NEAREST_MAX = 100
NEAREST_MAX_M = 1_000.0
# A box that holds no more cameras than this is searched whole for each page: some 30 ms.
ITEMS_SEARCHED = 20_000
# Of a larger one, or of everything, one page looks at so many cameras in the order of their
# numbers, and what follows is the next page: some 30 ms.
ITEMS_WALKED = 20_000
# Search answers shown: as many as fit on a phone without scrolling.
SEARCH_RESULTS = 8
# Names looked at more closely for one search: a name may stand in several towns, and the nearest
# of them is wanted.
SEARCH_CANDIDATES = 40
# Lines of one name this near each other, in degrees (about 1 km), are one street.
SAME_STREET_DEG = 0.01
# What is shown around a match that is known as a point only, in metres: a few streets.
SEARCH_AROUND_M = 250.0
# A match is shown no nearer than this: single cameras are to be told apart, with their street.
SEARCH_MAX_ZOOM = 17
# Longest search text: no street name in OSM is longer than 120 characters.
SEARCH_MAX_LENGTH = 120

# --- the page of one camera -------------------------------------------------------------------
# How far a sector is drawn: about where a usual lens still tells a face, so nobody reads it as
# the end of what the camera sees.
SECTOR_REACH_M = 25.0
# How wide a sector is drawn where nobody said: the middle of the lenses sold for streets.
SECTOR_OPENING_DEG = 60.0
# A camera is said to be on a street this near: half a wide street and its pavement.
ON_STREET_M = 25.0
# Other cameras on the page: those that a person standing there can see with it.
NEIGHBOUR_M = 30.0
# And at most so many, so that no page grows without bound.
NEIGHBOURS_MAX = 50
# Events on one page of its history; older ones are a link away.
HISTORY_EVENTS = 100
# Areas, buildings and streets each, in the drawing: a dense old town has some 200 in its box.
SMALL_MAP_SHAPES = 400

# --- what cameras see ---------------------------------------------------------------------------
# Pixels across and opening in degrees of the three devices that bound every answer (design: view).
DEVICE_LOW = (1_920, 85.0)
DEVICE_CENTRAL = (2_560, 60.0)
DEVICE_HIGH = (3_840, 30.0)
# Nothing is in view further off, in metres, however narrow the lens: leaves, vehicles and people
# stand between. It is a little beyond the reach of the farthest device above.
VIEW_REACH_MAX_M = 120.0
# Web-Mercator zoom of the cells by which figures are kept: 300 m wide at 60 degrees and 600 m at
# the equator. Wider than most views, so that a camera concerns few cells; small enough that the
# densest of them is computed in a second.
COVERAGE_CELL_ZOOM = 16
# Zoom of the blocks in which many cells are computed at once: 8 by 8 of them, so that little is
# read twice at the edges.
COVERAGE_BLOCK_ZOOM = 13
# And at most so many cameras at once, so that a dense block does not fill the memory.
COVERAGE_BLOCK_CAMERAS = 25_000
# Looking along a street is looking at this much to each side, in metres: its own pavements.
LOOKED_ASIDE_M = 5.0
# The frontage of a sensitive place is the ground so far before its walls, in metres: the pavement.
FRONTAGE_M = 2.0
# A sensitive place known as a point, in no building, has its frontage this far around, in metres.
FRONTAGE_AROUND_M = 10.0
# Corners of the circle around such a point; its length is right to 1 %.
FRONTAGE_CORNERS = 24
# The follower looks for new events so often, in seconds: figures follow while a reader looks on.
FOLLOW_EVERY_S = 0.5
# After a failure it waits so many seconds: a database restarts in about as long.
FOLLOW_AGAIN_S = 5.0
# Numbers that were passed over are waited for so many days: an import may commit last of all.
LATE_EVENT_DAYS = 1
# Events worked in at once: an import of a city in a few steps, each of some seconds.
FOLLOW_EVENTS = 20_000

# --- is it one of these? --------------------------------------------------------------------
# The weights are natural log-odds, set so that nine of ten reports made with an ordinary phone are
# recognised, and hardly any of another camera is; what follows on real maps is measured in
# docs/explanation/matching.md.
# Above this score a person is asked (design: match).
MATCH_WARN = 0.60
# Two records at one point of which nothing else is known: eleven to one that they are the same.
MATCH_BESIDE = 2.4
# How far off a position is of which nobody says: pointed at on a map, or taken from OSM.
MATCH_ASSUMED_ACCURACY_M = 5.0
# Nobody stands nearer to a camera than this, whatever the device claims.
MATCH_LEAST_ACCURACY_M = 3.0
# A position less certain than this would make every camera in the street a candidate.
MATCH_MOST_ACCURACY_M = 30.0
# Most cameras are fixed, on poles, and run by few: that two are says little.
MATCH_SAME = 0.2
# One in ten people mistakes the kind, so another kind is a doubt and no proof.
MATCH_KIND_DIFFERS = -0.6
# Wall or pole is seen, but a lamp post is called either.
MATCH_MOUNT_DIFFERS = -0.6
# Who runs it is rarely known, and those who say so have mostly read it.
MATCH_OPERATOR_DIFFERS = -0.8
# Facings that agree wholly: few cameras nearby face just so.
MATCH_FACING = 0.8
# People misjudge a facing by some 20 degrees: at this angle it speaks neither way.
MATCH_FACING_EVEN_DEG = 30.0
# Two facings further apart than this on one mount are two cameras (design: match score).
MATCH_FACINGS_APART_DEG = 60.0
# Candidates shown: as many as a person compares at a glance.
MATCH_CANDIDATES_MAX = 5
# Cameras compared with one report, so that none costs without bound; no street has so many.
MATCH_COMPARED_MAX = 500

# --- what people send -----------------------------------------------------------------------
# A position less certain than this names no single camera.
REPORT_MAX_ACCURACY_M = 500.0
# Cameras hang between the ground and the highest masts.
HEIGHT_MAX_M = 500.0
# How far back a report may date its sighting, in days: older knowledge belongs in a document.
REPORT_MAX_AGE_DAYS = 3_650

# How far aside of a street's middle a camera is put that is told by the street: at the houses of
# an ordinary street.
ROADSIDE_M = 6.0
# Two streets meet where they come this near, in degrees (some 20 m): lines end at the kerb.
CROSSING_REACH_DEG = 0.0002

# Longest free text, in letters: a name or a remark, not a letter to the editor.
HELD_TEXT_MAX = 280

# --- surveys --------------------------------------------------------------------------------
# "Here" in a survey: as far as a person standing still tells a camera from a lamp, in metres.
SURVEY_CIRCLE_M = 50.0
# How far along a street one survey reaches from where it was sent: what is walked in five minutes.
SURVEY_STREET_REACH_M = 300.0
# A street is offered for a survey from this near: she stands on it, or on the next corner.
SURVEY_STREET_NEAR_M = 60.0
# After a year a street is worth another look: cameras come and go within less.
SURVEY_FRESH_DAYS = 365
# "Nearby" is what one reaches in five minutes on foot, in metres.
NEARBY_M = 300.0
# Things to do shown at once: more is no walk any more.
NEARBY_TASKS = 20
# Of each kind so many are looked for, so that one kind does not push out the others.
NEARBY_EACH_KIND = 8
# Streets are many, and each takes a walk: the nearest few.
NEARBY_STREETS = 4
# Surveys around that are compared with what is known, the newest: a street each, and more.
NEARBY_SURVEYS = 50
# After half a year another look is worth a walk; after two the camera would be stale.
NEARBY_OLD_DAYS = 182
# Surveys told beside the list of cameras: the newest, as many as are read.
LIST_SURVEYS = 8
# Below this tile zoom a street is thinner than the band that marks it as looked at.
SURVEYS_MIN_ZOOM = 12
# Surveys drawn in one tile, the newest, so that none grows without bound.
SURVEYS_PER_TILE = 1_000

# A contributor's key shorter than this could be guessed; one longer is no key of ours.
CONTRIBUTOR_KEY_MIN = 16
CONTRIBUTOR_KEY_MAX = 200
# Longest idempotency key: a UUID has 36 letters, and some clients send more than one.
IDEMPOTENCY_KEY_MAX = 200

# --- how much somebody may send -------------------------------------------------------------
# A new key: an hour's walk down one street, and too little to swamp a town.
ALLOWANCE_NEW_KEY = 30
# Each day since a key was first seen adds so much: who made keys in store gains by patience only.
ALLOWANCE_GROWTH_A_DAY = 5
# And at most so much without standing: more in one day nobody has seen with her own eyes.
ALLOWANCE_MAX = 100
# With standing: a long day's mapping, one camera every two minutes.
ALLOWANCE_WITH_STANDING = 300
# All that comes through one address in a day: a school class, or a mapping walk of a dozen.
ALLOWANCE_ADDRESS = 400
# What comes through one address without any key: a household, for nobody is known again.
ALLOWANCE_KEYLESS = 30
# Addresses remembered in a day, 2 MB: beyond that, all further ones count as one.
MEMORY_ADDRESSES = 65_536
# Things spoken about through some address remembered in a day, 8 MB: likewise.
MEMORY_SUBJECTS = 262_144

# --- standing -------------------------------------------------------------------------------
# Standing fades when its holder has sent nothing for a year: streets change, and keys change hands.
STANDING_FADES_DAYS = 365
# Standing is earned by so many own first reports that others with standing confirmed (design).
STANDING_REPORTS = 5
# They lie in so many different cells, and first and last so many days apart: it cannot be had in
# one street nor in one afternoon.
STANDING_CELLS = 3
STANDING_DAYS = 7
# Zoom of those cells: about 300 m wide at 60 degrees, a few streets each.
STANDING_CELL_ZOOM = 16
# And so many different people vouch for them: with fewer, one key that gained standing by honest
# work could lift any number of others after it.
STANDING_VOUCHERS = 3
# It is lost by so many wrong first reports within a year: one may be a slip.
STANDING_WRONG = 2
STANDING_WRONG_WITHIN_DAYS = 365
# A first report is wrong if others find nothing within so many days; later it may have been taken
# down in the meantime.
STANDING_REFUTED_WITHIN_DAYS = 90
# Codes are good for the walk and a week on either side, unless the operator says otherwise.
CODE_DAYS = 14
# A code that lies about for longer than a season is somebody else's in the end.
CODE_DAYS_MAX = 90
# As many codes as there are people in the largest walk, so that a slip makes no thousands.
CODES_AT_ONCE = 200
# Codes tried through one address in a day: a whole class types theirs, some twice. Of 30^12 codes
# nobody guesses one in that.
CODE_TRIES = 60
# Her own sightings shown on one page, the newest: more than most people ever send.
YOURS_ROWS = 200
# A key of 16 bytes as words (BIP 39).
PHRASE_WORDS = 12

# --- files ----------------------------------------------------------------------------------
# Largest file `import_osm` opens, in bytes; a country extract is larger and needs --any-size.
IMPORT_MAX_BYTES = 2_000_000_000
# Largest JSON taken into memory, in bytes unpacked: ten times all plate readers of the USA.
IMPORT_JSON_MAX_BYTES = 500_000_000
# Rows written to the database in one statement.
IMPORT_BATCH_ROWS = 2_000
# Kilobytes of the database that SpatiaLite keeps in memory while very many rows are written: with
# less it writes the same pages again and again. It ends with the writing.
BULK_CACHE_KB = 250_000
# A list with at least so many rows is read in columns and what is new in it written in batches,
# with a transaction each; below it the ordinary way takes seconds and stores all or nothing.
BULK_FROM_ROWS = 20_000
# Rows of such a batch: a second or two that others wait for on SpatiaLite, 100 MB of memory.
BULK_ROWS = 200_000
# Rows of the first batch of a source that is new here: on the map at once, while others are read,
# for of so many each is noted as a change.
BULK_FIRST_ROWS = INDEX_CHANGES
# Connections that write at a time, and build indexes: one more than the cores of a small machine,
# for each waits now and then, for its rows or for the disk.
BULK_CONNECTIONS = 3
# Where what is new is so many times what is there, indexes are taken off first:
# to build them anew then costs a third of keeping them.
BULK_LOOSEN_TIMES = 4
# Megabytes that the database may sort in while it builds one index; several are built at a time.
BULK_INDEX_MB = 340
# A CSV of so many bytes is read in columns; what GDAL knows to guess in a smaller one it may.
BULK_CSV_BYTES = 1_000_000
# Rows that a rebuild holds in memory and locks at once: those who send meanwhile wait for it.
REBUILD_ROWS = 500
# Refused rows shown on the screen one by one; the rest are counted by reason.
IMPORT_REFUSALS_SHOWN = 20
# A file without more than this share of the cameras known there is rather cut short, or the
# answer to a narrower question, than the truth: it is refused until somebody has looked.
IMPORT_MISSING_MAX_SHARE = 0.5
# So few may always go missing: where hardly any were known, a share says nothing.
IMPORT_MISSING_ALWAYS = 5
# Two extracts of one town differ a little at the edge, where nobody states their box: ground
# that lies inside newer ground but for this share of its area is the same ground.
GROUND_DRIFT_SHARE = 0.1
# A place lies in the one that holds most of it: boundaries of two sources never quite agree.
PLACE_HELD_SHARE = 0.5
# Metres a storey adds where OSM tells storeys and no height: usual in town houses.
STOREY_HEIGHT_M = 3.0
# No building is higher; more is a slip of the unit.
BUILDING_MAX_M = 1_000.0
# No country has more people; more is a slip of the key.
POPULATION_MAX = 2_000_000_000

# The largest invented city: four times Chongqing, which already takes a quarter of an hour to store
# on a small machine.
CITY_CAMERAS_MAX = 10_000_000
# And its streets: more than those of any city on earth.
CITY_STREETS_MAX = 100_000
# Cameras of it that are removed in one transaction: a second or two in which others wait.
CITY_REMOVED_AT_ONCE = 50_000

# --- first defences -------------------------------------------------------------------------
# Longest explanation of a takedown, in letters: a page of a letter; moderators read it whole.
EXPLANATION_MAX = 1_000
# Longest reason of a moderator's act: a few sentences, for it may be read to whoever asked.
REASON_MAX = 500
# Days for which a camera that was judged fit to be shown is not hidden by asking alone: whoever
# wants it gone is still heard, but cannot keep it off the map by asking again and again.
KEPT_FOR_DAYS = 365
# A new camera this near one that was hidden is hidden too, in metres: the same doorway, seen with
# an ordinary phone. Otherwise a takedown would last until the next passer-by.
HIDDEN_NEAR_M = 15.0
# Web-Mercator zoom of the fixed cell that can be locked: the cells in which homes are counted.
LOCKED_CELL_ZOOM = 15
# Longest a cell may be locked at once, in days: a quarrel cools down, and a place is not given up.
LOCK_MAX_DAYS = 30
# Seconds after which a moderator must sign in again: a long day at a desk.
SIGNED_IN_MAX_S = 43_200
# Words of a moderator's passphrase, out of 2,048: 66 bits, beyond guessing even from its hash.
PASSPHRASE_WORDS = 6
# Takedowns taken through one address in a day: somebody with a reason has one or two cameras in
# mind, and whoever wants a city hidden is stopped after a street.
TAKEDOWNS_PER_ADDRESS = 5
# Attempts to sign in through one address in a day: a moderator mistypes, a guesser needs billions.
SIGN_INS_PER_ADDRESS = 20
# Days back and metres around which a moderator looks at sightings at first: a street's week.
DESK_DAYS = 7
DESK_AROUND_M = 500.0
# And at most so far: a city's half. More is for counting, not for reading.
DESK_AROUND_MAX_M = 50_000
# Rows of a list at a moderator's desk: what is read in one sitting.
DESK_ROWS = 100

# --- following changes ------------------------------------------------------------------------
# Changes that stay in the log after whoever builds the index has read them: a process that slept
# catches up from there instead of reading every camera again.
CHANGES_KEPT = 100_000

# --- remembering -----------------------------------------------------------------------------
# Claims whose meaning a process remembers, a megabyte: people say few things of cameras, and the
# same ones again and again.
CLAIMS_REMEMBERED = 2_048
# States of today that a process remembers, half a megabyte: some thousand days times a few states.
STATES_REMEMBERED = 4_096
# Days of which each process knows how they are written: those of ten years.
DAYS_REMEMBERED = 3_700
# Times a statement is sent to PostgreSQL before a connection has it prepared: a page asked for
# once in a while keeps no plan there, and what is asked with every sighting soon does.
PREPARED_AFTER = 5

# --- reading from replicas ----------------------------------------------------------------------
# Seconds a replica may be behind and still be read from: on one network it is a thousandth of one,
# and what was taken down must be gone from every answer before anybody could look twice.
REPLICA_LAG_MAX_S = 2.0
# Seconds between two looks at the replicas; each costs a process one short question to each.
REPLICA_CHECK_S = 1.0
# Seconds for which a replica that did not answer is left alone: it takes about so long to start
# one, and whoever reads then waits for it once.
REPLICA_LEFT_ALONE_S = 10.0
# Seconds for which a primary that did not answer is asked neither how far it is nor what changed:
# whoever looks waits for it once, and soon sees that it is back.
PRIMARY_RETRY_S = 2.0
# Seconds for which whoever wrote something reads from the primary: longer than a replica can be
# behind, with the time between two looks at it, and two databases waited for in vain meanwhile.
WRITER_ON_PRIMARY_S = 8
# Seconds after which a database that does not answer at all is taken for gone: on one network it
# answers in thousandths.
DATABASE_CONNECT_S = 2
# Seconds a request waits for another that asks what changed: one database may be gone, which takes
# as long as that to be seen, and the next is asked before anybody is told to come again.
INDEX_ASKED_S = DATABASE_CONNECT_S + 1.0

# --- places ---------------------------------------------------------------------------------
# Places side by side in tables: a country's districts; more nobody compares by eye.
PLACES_ROWS = 500
# Newer places named on the page of a retired one that has no single heir.
NEWER_PLACES = 12
# Gaps and cameras listed on the page of a place: what one can go and look at in a day.
PLACE_LIST_ROWS = 10
# They are listed where the streets are no longer than this, in metres: a town. Of a metropolis it
# would take seconds to find them, and its wards list their own.
PLACE_LISTS_MAX_M = 500_000.0
# What if? is answered while somebody waits, for streets no longer than this, in metres: a ward or
# a small town, about a second.
WHAT_IF_MAX_M = 100_000.0
# Operators of one place to choose from; a ward has a dozen.
WHAT_IF_OPERATORS = 100
# Cameras thought away by their numbers at once; of more one says what they have in common.
WHAT_IF_CAMERAS = 100

# --- serving --------------------------------------------------------------------------------
# Requests that one worker process works on at once: more only take turns on its core, and each
# holds a connection to the database. Most wait for that, and the rest are tiles of a millisecond.
WORKING_AT_ONCE = 8
# And so many wait for their turn: the tiles of a few browsers that open the map at one moment.
WAITING_AT_ONCE = 24
# Threads beside those, so that whoever finds no room is told at once.
REFUSING_AT_ONCE = 4
# Longest wait for a turn, in seconds: a map that takes longer is left by its reader anyway.
WAIT_FOR_A_TURN_S = 1.0
# Seconds after which somebody who was refused may come again: the site has recovered by then.
COME_AGAIN_S = 2
# Connections of one worker to PostgreSQL: one for each request at work, and one to spare.
POOLED_CONNECTIONS = WORKING_AT_ONCE + 1
# Longest statement while somebody waits, in seconds: the slowest page takes one, and whoever asks
# for more than anybody reads shall not keep the database from the rest.
STATEMENT_MAX_S = 10.0
# Steps of SQLite's machine between two looks at the clock: about a millisecond.
STATEMENT_STEPS = 100_000
# Longest wait for a row that another request holds, in seconds.
LOCK_MAX_S = 5.0
# Connections that wait to be accepted: a burst, not a queue.
CONNECTIONS_WAITING = 1_024
# Connections open at once in one worker: browsers keep six each, and a proxy some hundred.
CONNECTIONS_AT_ONCE = 2_048
# Seconds after which the successor of a worker takes requests, and the worker need not.
READY_WITHIN_S = 8.0
# Seconds in which a worker that is replaced reads from every connection that it has accepted.
LEAVES_WITHIN_S = 1.0
# Seconds for which a worker that is replaced may finish what it does.
FINISH_WITHIN_S = 30
