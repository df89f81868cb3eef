"""What is sent again under the same key: whether it says what was stored the first time."""

from mapper.sightings.models import Sighting
from mapper.sightings.services.log_sighting import Observation
from mapper.vocabulary import Basis


def says_the_same(sighting: Sighting, said: Observation) -> bool:
    """Whether an observation is the one that a stored sighting holds; two queries.

    What became of its texts since does not matter: a released name is a claim by now, and of a
    refused text the words are gone.
    """
    texts = {text.aspect: text.text for text in sighting.texts.all()}
    claims = {
        claim.aspect: (claim.value, Basis(claim.basis))
        for claim in sighting.claims.all()
        if claim.aspect not in texts
    }
    return texts.keys() == said.texts.keys() and (
        sighting.location.coords,
        sighting.accuracy_m,
        sighting.verdict,
        sighting.observed_on,
        claims,
        {key: text for key, text in texts.items() if text},
    ) == (
        (said.lon, said.lat),
        said.accuracy_m,
        said.verdict,
        said.observed_on,
        said.claims,
        {key: text for key, text in said.texts.items() if texts[key]},
    )
