"""What is remembered of addresses, for how long, and how little."""

from datetime import date, timedelta

from mapper.contributors.memory.addresses import AddressMemory, address_memory

TODAY = date(2026, 9, 1)
TOMORROW = TODAY + timedelta(days=1)


def memory(addresses=64, subjects=64):
    return AddressMemory(addresses, subjects)


def everything_in(known):
    with known._shared.alone() as held:
        return bytes(held)


def test_so_much_may_be_taken_and_no_more():
    known = memory()
    assert known.take("192.0.2.1", 7, 10, TODAY)
    assert known.take("192.0.2.1", 4, 10, TODAY) is None
    assert known.take("192.0.2.1", 3, 10, TODAY)
    assert known.take("192.0.2.2", 10, 10, TODAY)


def test_what_is_given_back_may_be_taken_again():
    known = memory()
    known.give_back(known.take("192.0.2.1", 10, 10, TODAY))
    assert known.take("192.0.2.1", 10, 10, TODAY)


def test_a_new_day_begins_with_nothing_and_takes_nothing_of_the_old_back():
    known = memory()
    yesterday, (_, voice) = (
        known.take("192.0.2.1", 10, 10, TODAY),
        known.speak("192.0.2.1", "camera 1", "one", TODAY),
    )
    assert known.take("192.0.2.1", 10, 10, TOMORROW)
    assert known.speak("192.0.2.1", "camera 1", "other", TOMORROW)[0]
    known.give_back(yesterday)
    known.unsay(voice)
    assert known.take("192.0.2.1", 1, 10, TOMORROW) is None
    assert not known.speak("192.0.2.1", "camera 1", "one", TOMORROW)[0]


def test_a_request_from_before_midnight_wipes_nothing_of_the_new_day():
    known = memory()
    known.take("192.0.2.1", 10, 10, TOMORROW)
    assert known.take("192.0.2.1", 1, 10, TODAY) is None


def test_when_there_are_too_many_addresses_the_rest_count_as_one():
    known = memory(addresses=4, subjects=4)
    for number in range(5):
        assert known.take(f"192.0.2.{number}", 10, 10, TODAY)
        assert known.speak(f"192.0.2.{number}", "camera 1", f"{number}", TODAY)[0]
    assert known.take("192.0.2.5", 1, 10, TODAY) is None
    assert not known.speak("192.0.2.5", "camera 1", "5", TODAY)[0]


def test_neither_an_address_nor_its_plain_digest_is_held():
    known, other = memory(), memory()
    for one in (known, other):
        one.take("192.0.2.1", 1, 10, TODAY)
        one.speak("192.0.2.1", "camera 1", "contributor 5", TODAY)
    assert b"192.0.2.1" not in everything_in(known)
    assert everything_in(known) != everything_in(other)
    known.forget()
    assert not any(everything_in(known)[40:])


def test_a_process_has_one_memory():
    assert address_memory() is address_memory()
