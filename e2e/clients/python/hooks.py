"""Who asks is known by a token that is good, where there is one, and each request comes from another address, so that none is limited."""

import itertools
import os

import schemathesis

addresses = (f"10.{a}.{b}.{c}" for a, b, c in itertools.product(range(256), repeat=3))
token = os.environ.get("TOKEN", "")
# Once in so many requests, what was made up stays: a token that is none is an answer of its own.
made_up = itertools.cycle([True] + [False] * 9)


@schemathesis.hook
def before_call(context, case, **kwargs):
    stays = next(made_up)
    kept = {
        name: value
        for name, value in (case.headers or {}).items()
        if stays or name.lower() not in ("authorization", "cookie", "x-cart-token")
    }
    if token and not stays:
        kept["Authorization"] = f"Bearer {token}"
    case.headers = {**kept, "X-Forwarded-For": next(addresses)}
    if not stays:
        case.cookies = {}
