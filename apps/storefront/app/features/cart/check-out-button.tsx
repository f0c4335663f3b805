import { Button } from '@kindred/ui';

/** A plain form, so that the browser loads the checkout as a new document, with the security policy that it needs. */
export function CheckOutButton({
  isDisabled = false,
  className,
}: {
  isDisabled?: boolean;
  className?: string;
}) {
  return (
    <form action="/checkout" className={className}>
      <Button type="submit" size="lg" disabled={isDisabled} className="w-full">
        Check out
      </Button>
    </form>
  );
}
