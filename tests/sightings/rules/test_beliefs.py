"""Everything that is believed of one camera."""

from datetime import date

from mapper.evidence import Place, Voice
from mapper.sightings.rules.beliefs import belief_from, presence_from
from mapper.sightings.rules.voices import CameraVoice
from mapper.vocabulary import CameraReading, Kind, State, Verdict

FIRST, LAST = date(2026, 9, 1), date(2026, 10, 1)


def voice(who, day, verdict=Verdict.PRESENT, **fields):
    return CameraVoice(who=who, number=1, day=day, heard_on=day, verdict=verdict, **fields)


def test_presence_counts_voices_and_the_days_it_was_seen():
    presence = presence_from(
        [
            Voice("a", FIRST, Verdict.PRESENT, standing=True),
            Voice("b", LAST, Verdict.PRESENT, standing=False),
            Voice("b", LAST, Verdict.PRESENT, standing=False),
            Voice("c", date(2026, 11, 1), Verdict.GONE, standing=False, weight=0.0),
        ]
    )
    assert (presence.state, presence.voices) == (State.CONFIRMED, 2)
    assert (presence.first_seen_on, presence.last_seen_on) == (FIRST, LAST)


def test_of_what_nobody_speaks_nothing_is_believed():
    belief = belief_from([])
    assert belief.presence.state is State.UNCONFIRMED
    assert belief.presence.last_seen_on is None
    assert (belief.place, belief.reading, belief.disputed) == (None, CameraReading(), None)


def test_a_belief_is_a_place_and_a_reading():
    here = Place(24.94, 60.17, 5.0)
    belief = belief_from([voice("a", FIRST, place=here, told={"kind": Kind.DOME, "ref": "7"})])
    assert (belief.place, belief.reading) == (here, CameraReading(kind=Kind.DOME, ref="7"))


def test_a_dispute_is_named():
    told = [
        voice("a", FIRST, told={"kind": Kind.DOME}, standing=True),
        voice("b", LAST, told={"kind": Kind.FIXED}),
    ]
    assert belief_from(told).disputed == ["kind"]
