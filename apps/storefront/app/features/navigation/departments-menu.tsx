import { ChevronRightIcon, Link, Picture, SheetCloseButton } from '@kindred/ui';
import type { ReactNode } from 'react';
import { categoryPath } from '../../shared/paths.ts';
import type { Department } from './navigation-data.ts';

interface DepartmentsMenuProps {
  id: string;
  departments: Department[];
  /** Below the list on phones. */
  footer: ReactNode;
}

/** All departments: a sheet on phones, a wide panel below the bar elsewhere. A native popover needs no script. */
export function DepartmentsMenu({ id, departments, footer }: DepartmentsMenuProps) {
  return (
    <nav
      id={id}
      popover="auto"
      aria-label="Departments"
      className="fixed inset-x-0 top-0 m-0 h-dvh max-h-none w-full max-w-none overflow-y-auto overscroll-contain bg-paper text-ink lg:top-16 lg:h-fit lg:max-h-[calc(100dvh-6rem)] lg:border-line lg:border-b lg:shadow-overlay lg:backdrop:top-16"
    >
      <div className="sticky top-0 z-10 flex items-center justify-between border-line border-b bg-paper py-2 pr-3 pl-4 md:pl-8 lg:hidden">
        <p className="font-semibold">Departments</p>
        <SheetCloseButton id={id} />
      </div>
      <div className="mx-auto max-w-page px-4 py-3 md:px-8 lg:py-9 xl:px-12">
        <ul className="lg:grid lg:grid-cols-4 lg:gap-x-6 lg:gap-y-9 xl:grid-cols-6">
          {departments.map((department) => (
            <li key={department.slug} className="border-line border-b lg:border-0">
              <Link
                href={categoryPath(department.slug)}
                className="flex min-h-15 items-center gap-4 font-medium hover:text-accent lg:min-h-0"
              >
                <span className="size-10 shrink-0 overflow-hidden rounded-full bg-surface lg:hidden">
                  <Picture src={department.imageUrl} alt="" sizes="40px" maxWidth={160} />
                </span>
                {department.name}
                <ChevronRightIcon size={18} aria-hidden="true" className="ml-auto text-ink-muted lg:hidden" />
              </Link>
              <ul className="mt-2 hidden lg:block">
                {department.children.map((child) => (
                  <li key={child.slug}>
                    <Link
                      href={categoryPath(child.slug)}
                      className="block py-1.5 text-ink-muted text-sm hover:text-ink hover:underline hover:underline-offset-4"
                    >
                      {child.name}
                    </Link>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        <div className="flex items-center justify-between py-5 lg:hidden">{footer}</div>
      </div>
    </nav>
  );
}
