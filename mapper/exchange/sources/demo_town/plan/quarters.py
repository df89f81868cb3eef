"""What is built where, as drawn."""

from mapper.exchange.sources.demo_town.plan.words import Quarter

QUARTERS: tuple[Quarter, ...] = (
    Quarter((-330, -330), "old"), Quarter((-200, -480), "old"), Quarter((-450, -480), "old"),
    Quarter((-330, -220), "old"), Quarter((-120, -200), "old"),
    Quarter((-550, -270), "terraces"),
    Quarter((-400, 0), "terraces"), Quarter((-250, 240), "terraces"),
    Quarter((-900, -250), "terraces"), Quarter((-900, 30), "villas"),
    Quarter((-800, -580), "villas"), Quarter((-850, 400), "villas"),
    Quarter((250, -300), "grid", -3), Quarter((620, -250), "grid", -3),
    Quarter((120, 60), "grid", 2), Quarter((640, 150), "terraces"),
    Quarter((200, 400), "park"), Quarter((520, 400), "terraces"),
    Quarter((-300, 700), "wood"), Quarter((-500, 600), "wood"), Quarter((-100, 800), "wood"),
    Quarter((200, 800), "villas"), Quarter((620, 700), "villas"), Quarter((900, 500), "villas"),
    Quarter((930, 150), "villas"), Quarter((900, -250), "terraces"),
    Quarter((880, -580), "works"), Quarter((620, -700), "works"), Quarter((540, -680), "works"),
)  # fmt: skip
