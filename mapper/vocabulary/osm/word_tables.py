"""Which words of OSM mean which of ours; the values were counted in real extracts."""

from mapper.vocabulary.camera_words import Answer, Kind, Mount, OperatorType, Scope

KINDS: dict[str, Kind] = {
    "fixed": Kind.FIXED,
    "static": Kind.FIXED,
    "bullet": Kind.FIXED,
    "box": Kind.FIXED,
    "panning": Kind.PANNING,
    "pan": Kind.PANNING,
    "ptz": Kind.PANNING,
    "rotating": Kind.PANNING,
    "revolving": Kind.PANNING,
    "dome": Kind.DOME,
    "panorama": Kind.PANORAMA,
    "panoramic": Kind.PANORAMA,
    "fisheye": Kind.PANORAMA,
    "360": Kind.PANORAMA,
    "omnidirectional": Kind.PANORAMA,
    "doorbell": Kind.DOORBELL,
    "unknown": Kind.UNKNOWN,
}

MOUNTS: dict[str, Mount] = {
    "wall": Mount.WALL,
    "building": Mount.WALL,
    "facade": Mount.WALL,
    "pole": Mount.POLE,
    "post": Mount.POLE,
    "mast": Mount.POLE,
    "column": Mount.POLE,
    "utility_pole": Mount.POLE,
    "flock_pole": Mount.POLE,
    "street_lamp": Mount.STREET_LAMP,
    "street_light": Mount.STREET_LAMP,
    "streetlight": Mount.STREET_LAMP,
    "streelight": Mount.STREET_LAMP,
    "lamp_post": Mount.STREET_LAMP,
    "lamp": Mount.STREET_LAMP,
    "light": Mount.STREET_LAMP,
    "light_pole": Mount.STREET_LAMP,
    "lighting_pole": Mount.STREET_LAMP,
    "traffic_signals": Mount.TRAFFIC_SIGNALS,
    "traffic_signal": Mount.TRAFFIC_SIGNALS,
    "traffic_lights": Mount.TRAFFIC_SIGNALS,
    "traffic_light": Mount.TRAFFIC_SIGNALS,
    "gantry": Mount.GANTRY,
    "toll_gantry": Mount.GANTRY,
    "ceiling": Mount.CEILING,
    "door": Mount.DOOR,
    "doorbell": Mount.DOOR,
    "other": Mount.OTHER,
    "roof": Mount.OTHER,
    "bridge": Mount.OTHER,
    "tree": Mount.OTHER,
    "fence": Mount.OTHER,
    "ground": Mount.OTHER,
    "tower": Mount.OTHER,
    "trailer": Mount.OTHER,
    "vehicle": Mount.OTHER,
    "unknown": Mount.UNKNOWN,
}

MOUNTS_BY_HIGHWAY: dict[str, Mount] = {
    "street_lamp": Mount.STREET_LAMP,
    "traffic_signals": Mount.TRAFFIC_SIGNALS,
    "toll_gantry": Mount.GANTRY,
    "gantry": Mount.GANTRY,
}
"""What a camera hangs on where one object is both, the camera and what carries it."""

SCOPES: dict[str, Scope] = {
    "public": Scope.PUBLIC,
    "street": Scope.PUBLIC,
    "traffic": Scope.PUBLIC,
    "town": Scope.PUBLIC,
    "outdoor": Scope.OUTDOOR,
    "indoor": Scope.INDOOR,
    "unknown": Scope.UNKNOWN,
}

OPERATOR_TYPES: dict[str, OperatorType] = {
    "police": OperatorType.POLICE,
    "law_enforcement": OperatorType.POLICE,
    "public": OperatorType.PUBLIC,
    "government": OperatorType.PUBLIC,
    "municipal": OperatorType.PUBLIC,
    "military": OperatorType.PUBLIC,
    "university": OperatorType.PUBLIC,
    "business": OperatorType.BUSINESS,
    "commercial": OperatorType.BUSINESS,
    "company": OperatorType.BUSINESS,
    "private_home": OperatorType.PRIVATE_HOME,
    "home": OperatorType.PRIVATE_HOME,
    "household": OperatorType.PRIVATE_HOME,
    "homeowner": OperatorType.PRIVATE_HOME,
    "individual": OperatorType.PRIVATE_HOME,
    "person": OperatorType.PRIVATE_HOME,
    "resident": OperatorType.PRIVATE_HOME,
    "residential": OperatorType.PRIVATE_HOME,
    "other": OperatorType.OTHER,
    "association": OperatorType.OTHER,
    "charitable": OperatorType.OTHER,
    "charity": OperatorType.OTHER,
    "community": OperatorType.OTHER,
    "consortium": OperatorType.OTHER,
    "cooperative": OperatorType.OTHER,
    "ngo": OperatorType.OTHER,
    "private_non_profit": OperatorType.OTHER,
    "religious": OperatorType.OTHER,
    "unknown": OperatorType.UNKNOWN,
}

HOME_ZONES: dict[str, OperatorType] = dict.fromkeys(
    ("home", "house", "private_home", "private_house", "dwelling", "apartment", "front_door"),
    OperatorType.PRIVATE_HOME,
)
"""Zones that only a private home has; `residential` is a quarter with streets and is not one."""

DOORBELLS: dict[str, OperatorType] = {"doorbell": OperatorType.PRIVATE_HOME}
PRIVATE: dict[str, OperatorType] = {"private": OperatorType.BUSINESS}
"""OSM's *private* is the opposite of *public* and mostly a firm."""

ANSWERS: dict[str, Answer] = {
    "yes": Answer.YES,
    "true": Answer.YES,
    "1": Answer.YES,
    "no": Answer.NO,
    "false": Answer.NO,
    "0": Answer.NO,
    "unknown": Answer.UNKNOWN,
}

PLATE_READERS: dict[str, Answer] = dict.fromkeys(("alpr", "anpr", "lpr"), Answer.YES)
FACE_RECOGNISERS: dict[str, Answer] = dict.fromkeys(
    ("facial_recognition", "face_recognition"), Answer.YES
)

CAMERA_TYPES: frozenset[str] = frozenset(
    {"camera", "cctv", "video", "webcam", "doorbell", *PLATE_READERS, *FACE_RECOGNISERS}
)
OTHER_DEVICES: frozenset[str] = frozenset(
    {
        "guard", "gunshot_detector", "gunshot_detection", "acoustic", "microphone", "audio",
        "radar", "speed_camera", "bluetooth", "wifi", "rfid", "seismic", "motion_sensor",
        "traffic_counter", "police", "drone", "dog", "no", "none",
    }
)  # fmt: skip
"""What `surveillance:type` names that is no camera standing in one place."""
