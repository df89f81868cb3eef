"""The figures of one place as its page shows them: by how many, by whom, and what they rest on."""

from dataclasses import dataclass

from mapper.coverage.figures import Figures
from mapper.pages.places.amounts import metres_words, share_words
from mapper.pages.places.bars import Share
from mapper.pages.places.rows import in_view
from mapper.pages.places.ways import Ways
from mapper.vocabulary import Detail, Measure


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of a section: what was measured, and how much of the ways it is."""

    label: str
    share: Share


@dataclass(frozen=True, slots=True)
class Section:
    """Figures that answer one question."""

    anchor: str
    title: str
    lead: str
    figures: tuple[Figure, ...]


_A_CAMERA = "at least one camera that could observe a person"
_Line = tuple[str, Detail, Measure]

_QUESTIONS: tuple[tuple[str, str, str, tuple[_Line, ...]], ...] = (
    (
        "how-many",
        "By how many cameras",
        "In view means near enough to observe a person, and no wall between.",
        (
            ("At least one camera", Detail.OBSERVE, Measure.AT_LEAST_ONE),
            ("At least two", Detail.OBSERVE, Measure.AT_LEAST_TWO),
            ("At least three", Detail.OBSERVE, Measure.AT_LEAST_THREE),
        ),
    ),
    (
        "faces",
        "Where a face could be recognised",
        (
            "Near enough that who knows you would recognise you in the picture. The second line"
            " counts only cameras that somebody says compare faces by themselves."
        ),
        (
            ("By at least one camera", Detail.RECOGNISE, Measure.AT_LEAST_ONE),
            ("By one said to recognise faces", Detail.RECOGNISE, Measure.FACE_RECOGNITION),
        ),
    ),
    (
        "whose",
        "Who watches",
        "A street can be in view of several, so that these do not add up.",
        (
            ("The police or a public body", Detail.OBSERVE, Measure.BY_PUBLIC),
            ("A business or someone else", Detail.OBSERVE, Measure.BY_PRIVATE),
            ("Nobody knows who", Detail.OBSERVE, Measure.BY_UNKNOWN),
        ),
    ),
    (
        "basis",
        "What this rests on",
        "How much would be left if only what is sure were counted.",
        (
            ("In view of a confirmed camera", Detail.OBSERVE, Measure.BY_CONFIRMED),
            ("Of one whose kind and facing are known", Detail.OBSERVE, Measure.BY_KNOWN),
        ),
    ),
)


def sections_of(figures: Figures, ways: Ways) -> list[Section]:
    """Every section of a place that has ways to be seen on."""
    counted = ways.of(figures)
    return [
        Section(
            anchor,
            title,
            lead,
            tuple(
                Figure(label, Share(counted.metres(measure, detail), counted.length_m))
                for label, detail, measure in lines
            ),
        )
        for anchor, title, lead, lines in _QUESTIONS
    ]


def answer_sentence(name: str, figures: Figures, ways: Ways) -> str:
    """The first sentence of a place's page: how much of its streets is in view."""
    share = in_view(figures, ways)
    if share.whole <= 0:
        return f"No street of {name} is on this map, so that nothing can be measured."
    of_which = f"Of the {metres_words(share.whole)} of {ways.label} in {name}"
    if share.is_none:
        return f"{of_which}, none are in view of any camera on this map."
    bounds = f", {share.bounds}, most likely" if share.is_open else ","
    comma = "," if share.is_open else ""
    return f"{of_which}{bounds} {share.most_likely}{comma} are in view of {_A_CAMERA}."


def looked_sentence(figures: Figures, ways: Ways) -> str:
    """What nobody has looked at, so that nobody takes the map for all there is."""
    looked = ways.of(figures).looked_share
    if looked is None:
        return ""
    if looked <= 0:
        return (
            "Nobody has yet said that she looked along any of them. What is not on this map may"
            " hang there all the same."
        )
    if looked >= 1:
        return "Somebody has looked along all of them, and said which cameras she saw."
    return (
        f"Somebody has looked along {share_words(looked)} of them and said which cameras she saw."
        f" Along the other {share_words(1 - looked)} nobody has: what is not on this map may hang"
        " there all the same."
    )


def rests_on(figures: Figures, ways: Ways) -> list[str]:
    """How much of what is most likely in view rests on a single word or on an assumption."""
    counted = ways.of(figures)
    seen = counted.metres(Measure.AT_LEAST_ONE).central
    if seen <= 0:
        return []
    told = (
        (Measure.BY_CONFIRMED, "of it is in view only of cameras that are not confirmed"),
        (Measure.BY_KNOWN, "of it is in view only of cameras whose kind or facing nobody knows"),
    )
    shares = [
        (max(seen - counted.metres(measure).central, 0.0) / seen, words) for measure, words in told
    ]
    return [f"{share_words(share).capitalize()} {words}." for share, words in shares]
