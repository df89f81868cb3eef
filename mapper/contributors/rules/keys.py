"""What holds for a contributor's key: which texts may be one, and what is kept of it."""

from django.utils.crypto import salted_hmac

from mapper.settings import limits


def key_problem(key: str) -> str:
    """What is wrong with a contributor's key, in words; empty where nothing is."""
    fits = limits.CONTRIBUTOR_KEY_MIN <= len(key) <= limits.CONTRIBUTOR_KEY_MAX
    if fits and key.isascii() and key.isprintable() and " " not in key:
        return ""
    return (
        f"A contributor's key is {limits.CONTRIBUTOR_KEY_MIN} to {limits.CONTRIBUTOR_KEY_MAX}"
        " letters, digits and signs without spaces, made at random on the device."
    )


def key_hash(key: str) -> str:
    """What is kept of a key: without this site's secret key nobody can tell whose it was."""
    return salted_hmac("mapper.contributors", key, algorithm="sha256").hexdigest()
