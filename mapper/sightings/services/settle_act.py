"""What follows from one person's act on one camera, told in the event of that act."""

from mapper.cameras.models import Event
from mapper.sightings.services.decide_cameras import decide_cameras
from mapper.sightings.services.examine_standing import examine_standing
from mapper.vocabulary import Role


def settle_act(event: Event, *, vouches: bool = False) -> None:
    """Decide an act's camera anew, store the act's event with what followed, and judge reporters.

    They are judged where the state changed, or where somebody with standing `vouches`: of those
    who do there must be several. To be called inside the act's transaction, with an event not
    stored yet of a camera that is locked and loaded with its operator.
    """
    decisions = decide_cameras([event.camera])
    for decision in decisions:
        event.details = {**event.details, **decision.details}
    event.save()
    if vouches or any(decision.changes_state for decision in decisions):
        examine_standing(cameras=[event.camera.pk], day=event.day, by=Role(event.by))
