"""Sends a valid token with each request, if there is one, and each request from another address, so that no limit applies."""

import itertools
import os

import schemathesis

addresses = (f"10.{a}.{b}.{c}" for a, b, c in itertools.product(range(256), repeat=3))
token = os.environ.get("TOKEN", "")
# One request in ten keeps the generated token, because an invalid token has its own answer.
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
