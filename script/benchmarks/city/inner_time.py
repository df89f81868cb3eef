"""A process of ours over the city that measures itself: `inside.py`."""

import json
import subprocess
import sys
from typing import Any

from script.benchmarks.city.filled_city import City


def measured_inside(city: City, what: str, asked: object = None) -> Any:  # noqa: ANN401  (JSON)
    """What a new process says of itself."""
    question = city.folder / "question.json"
    question.write_text(json.dumps(asked))
    command = [sys.executable, "-m", "script.benchmarks.city.inside", what, str(question)]
    ran = subprocess.run(command, check=True, env=city.variables, stdout=subprocess.PIPE, text=True)
    return json.loads(ran.stdout.splitlines()[-1])
