"""Logs in twice, buys, follows the order, and has it refunded, using only what the OpenAPI document says."""

import json
import os
import time
import uuid

from kindred_client import AuthenticatedClient, Client
from kindred_client.api.admin import create_shipment, refund_order
from kindred_client.api.auth import log_in, refresh_tokens
from kindred_client.api.cart import add_to_cart
from kindred_client.api.checkout import begin_checkout, confirm_checkout
from kindred_client.api.orders import get_order
from kindred_client.api.search import list_products
from kindred_client.models import (
    AddToCart,
    Availability,
    Checkout,
    CheckoutDetails,
    Confirmation,
    ConfirmCheckout,
    CreateShipment,
    LoginAnswer,
    LoginRequest,
    Order,
    PaymentStatus,
    PostalAddress,
    ProductList,
    ProductSort,
    Refund,
    RefreshRequest,
    RefundOrder,
    TokenPair,
)

url = os.environ["SHOP_URL"]
shopper = json.loads(os.environ["SHOPPER"])
admin = json.loads(os.environ["ADMIN"])


def given(kind, answer):
    """Returns the answer of an operation that has to succeed."""
    if not isinstance(answer, kind):
        raise SystemExit(f"expected {kind.__name__}, was answered {answer}")
    return answer


def known(account):
    """A client that keeps cookies, logged in twice."""
    with Client(base_url=url) as client:
        for set_cookies in (True, False):
            body = LoginRequest(email=account["email"], password=account["password"], set_cookies=set_cookies)
            pair = given(LoginAnswer, log_in.sync(client=client, body=body))
            body = RefreshRequest(refresh_token=pair.refresh_token)
            token = given(TokenPair, refresh_tokens.sync(client=client, body=body)).access_token
    return AuthenticatedClient(base_url=url, token=token)


def buy(client):
    listed = given(
        ProductList,
        list_products.sync(client=client, in_stock=True, price_min=100, sort=ProductSort.PRICE_ASC, limit=5),
    )
    product = next(one for one in listed.items if one.availability == Availability.IN_STOCK)
    add_to_cart.sync(client=client, body=AddToCart(product_id=product.product_id, quantity=2))
    address = PostalAddress(
        full_name="Ada Öberg", line1="Storgatan 1", city="Berlin", postal_code="10115", country="DE"
    )
    details = CheckoutDetails(email=shopper["email"], shipping_address=address, shipping_method_id="standard")
    checkout = given(Checkout, begin_checkout.sync(client=client, body=details))
    confirm = ConfirmCheckout(
        checkout_id=checkout.checkout_id,
        payment_method="4242424242424242",
        expected_total=checkout.breakdown.total_price,
    )
    key = str(uuid.uuid4())
    orders = [
        given(Confirmation, confirm_checkout.sync(client=client, body=confirm, idempotency_key=key)).order
        for _ in range(2)
    ]
    if orders[0].order_id != orders[1].order_id:
        raise SystemExit("one key has made two orders")
    return orders[0]


client = known(shopper)
order = buy(client)
merchant = known(admin)
given(Order, create_shipment.sync(order.order_id, client=merchant, body=CreateShipment(all_=True)))
key = str(uuid.uuid4())
body = RefundOrder(all_=True, reason="Scratched")
given(Refund, refund_order.sync(order.order_id, client=merchant, body=body, idempotency_key=key))

give_up_at = time.monotonic() + 60
while True:
    after = given(Order, get_order.sync(order.order_id, client=client))
    if after.payment_status == PaymentStatus.REFUNDED or time.monotonic() > give_up_at:
        break
    time.sleep(0.2)

wanted = ("paid", "shipped", "refunded")
print(
    json.dumps(
        {
            "total": after.total_price.to_dict(),
            "refunds": [{"amount": one.amount.to_dict(), "status": one.status} for one in after.refunds],
            "shipments": len(after.shipments),
            "history": [event.kind for event in after.history],
            "states": [
                f"{event.kind}: {event.payment_status}, {event.fulfilment_status}"
                for event in after.history
                if event.kind in wanted
            ],
        }
    )
)
