import { Button, SheetCloseButton } from '@kindred/ui';
import { type ReactNode, useEffect } from 'react';
import { useLocation } from 'react-router';

interface FilterSheetProps {
  id: string;
  /** How many products the list has, as text. */
  total: string;
  children: ReactNode;
}

/** The filters: beside the list, or in a sheet on phones. */
export function FilterSheet({ id, total, children }: FilterSheetProps) {
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheet closes when its page is left.
  useEffect(() => () => document.getElementById(id)?.hidePopover?.(), [pathname]);
  return (
    <aside
      id={id}
      popover="auto"
      aria-label="Filters"
      className="fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none w-full max-w-sm bg-paper text-ink shadow-overlay lg:sticky lg:top-20 lg:col-span-3 lg:block lg:h-fit lg:max-h-[calc(100dvh-6rem)] lg:w-auto lg:max-w-none lg:overflow-y-auto lg:overscroll-contain lg:bg-transparent lg:pr-4 lg:shadow-none lg:pb-8 lg:[mask-image:linear-gradient(#000_calc(100%-2rem),transparent)] lg:[scrollbar-width:thin] xl:pr-8"
    >
      <div className="flex h-full flex-col lg:block lg:h-auto lg:p-0.5">
        <div className="flex items-center justify-between border-line border-b py-2 pr-3 pl-5 lg:hidden">
          <p className="font-semibold">Filters</p>
          <SheetCloseButton id={id} />
        </div>
        <div className="min-h-0 grow overflow-y-auto overscroll-contain px-5 py-3 lg:overflow-visible lg:p-0">
          {children}
        </div>
        <div className="border-line border-t px-5 py-3 lg:hidden">
          <Button popoverTarget={id} popoverTargetAction="hide" className="w-full">
            Show {total}
          </Button>
        </div>
      </div>
    </aside>
  );
}
