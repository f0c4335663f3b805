import { Button } from '@kindred/ui';

/** A form of the browser’s own: the checkout’s pages come as documents, with the policy that they need. */
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
