import { Container, LinkButton } from '@kindred/ui';

/** The order does not exist or the visitor may not see it. The page does not say which. */
export function OrderNotFound() {
  return (
    <Container className="py-10 md:py-14">
      <div className="max-w-prose">
        <h1 className="font-semibold text-3xl">We cannot show this order</h1>
        <p className="mt-3 text-ink-muted text-lg">
          The address may be incomplete, or the order belongs to someone else. Find it by its number and your
          email address, or log in if you ordered with an account.
        </p>
        <div className="mt-6 flex flex-wrap gap-3">
          <LinkButton href="/orders/find">Find your order</LinkButton>
          <LinkButton href="/login" variant="secondary">
            Log in
          </LinkButton>
          <LinkButton href="/help" variant="quiet">
            Questions and answers
          </LinkButton>
        </div>
      </div>
    </Container>
  );
}
