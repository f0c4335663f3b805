import { Button } from '@kindred/ui';
import type { Ref } from 'react';

interface RemovedRowProps {
  title: string;
  productId: number;
  /** Without it, the button posts its form. */
  onUndo?: () => void;
  undoRef?: Ref<HTMLButtonElement>;
}

/** Stands in the place of a removed product until the shopper leaves the page. */
export function RemovedRow({ title, productId, onUndo, undoRef }: RemovedRowProps) {
  return (
    <div className="flex min-h-13 flex-wrap items-center justify-between gap-x-6 rounded-md bg-surface px-4 py-1 text-sm">
      <p className="min-w-0 [overflow-wrap:anywhere]">
        Removed <span className="font-medium">{title}</span>.
      </p>
      <Button
        ref={undoRef}
        type="submit"
        name="add"
        value={productId}
        variant="quiet"
        aria-label={`Undo: ${title}`}
        onClick={(event) => {
          if (!onUndo) return;
          event.preventDefault();
          onUndo();
        }}
      >
        Undo
      </Button>
    </div>
  );
}
