import { Button, Sheet, SheetButton } from '@kindred/ui';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { countOf } from '../../shared/in-words.ts';

interface FilterSheetProps {
  id: string;
  /** The form in it. */
  formId: string;
  /** The number of products in the list. */
  total: number;
  children: ReactNode;
}

/** The filters: beside the list, or in a sheet on phones. */
export function FilterSheet({ id, formId, total, children }: FilterSheetProps) {
  const { pathname } = useLocation();
  return (
    <Sheet
      id={id}
      title="Filters"
      page={pathname}
      isStaticOnWide
      staticClassName="lg:sticky lg:top-20 lg:col-span-3 in-[.max-w-wide]:min-[100rem]:col-span-2 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto lg:pr-4 lg:pb-8 lg:[mask-image:linear-gradient(#000_calc(100%-2rem),transparent)] lg:[scrollbar-width:thin] xl:pr-8"
      foot={
        <>
          <span className="hidden scripted:contents">
            <SheetButton sheet={id} action="close" className="w-full">
              Show {countOf(total, 'result')}
            </SheetButton>
          </span>
          <Button type="submit" form={formId} className="w-full scripted:hidden">
            Apply filters
          </Button>
        </>
      }
    >
      {children}
    </Sheet>
  );
}
