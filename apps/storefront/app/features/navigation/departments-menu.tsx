import { ChevronDownIcon, Link, Picture, Sheet } from '@kindred/ui';
import { type ReactNode, useId } from 'react';
import { useLocation } from 'react-router';
import { categoryPath } from '../../shared/paths.ts';
import type { Department } from './navigation-data.ts';

interface DepartmentsMenuProps {
  id: string;
  departments: Department[];
  /** Below the list on phones. */
  footer: ReactNode;
}

/** All departments and their largest kinds: two levels of a sheet on phones, a wide panel below the bar elsewhere. */
export function DepartmentsMenu({ id, departments, footer }: DepartmentsMenuProps) {
  const { pathname } = useLocation();
  const group = useId();
  return (
    <Sheet
      id={id}
      title="Departments"
      page={pathname}
      kind="full"
      staticClassName="lg:top-16 lg:h-fit lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto lg:backdrop:top-16"
    >
      <nav aria-label="Departments" className="mx-auto max-w-wide lg:px-3 lg:py-6 xl:px-7">
        <ul className="lg:grid lg:grid-cols-4 lg:gap-x-6 lg:gap-y-9 xl:grid-cols-6">
          {departments.map((department) => (
            <li key={department.slug} className="border-line border-b lg:border-0">
              <DepartmentLinks department={department} group={group} />
            </li>
          ))}
        </ul>
        <div className="flex items-center justify-between py-5 lg:hidden">{footer}</div>
      </nav>
    </Sheet>
  );
}

/** The list follows the `details`, because a wide panel shows it whether they are open or not. */
function DepartmentLinks({ department, group }: { department: Department; group: string }) {
  const { slug, name, imageUrl, children } = department;
  return (
    <>
      <details name={group} className="peer group lg:hidden">
        <summary className="flex min-h-15 list-none items-center gap-4 font-medium [&::-webkit-details-marker]:hidden">
          <span className="size-10 shrink-0 overflow-hidden rounded-full bg-surface">
            <Picture src={imageUrl} alt="" sizes="40px" maxWidth={160} />
          </span>
          {name}
          <ChevronDownIcon
            size={18}
            aria-hidden="true"
            className="ml-auto text-ink-muted transition-transform group-open:rotate-180"
          />
        </summary>
      </details>
      <Link
        href={categoryPath(slug)}
        className="hidden min-h-11 items-center pl-14 font-medium text-sm underline-offset-4 hover:underline peer-open:flex lg:flex lg:min-h-0 lg:pl-0 lg:text-base lg:hover:text-accent"
      >
        <span className="lg:hidden">All&nbsp;</span>
        {name}
      </Link>
      <ul className="hidden pb-3 pl-14 peer-open:block lg:mt-2 lg:block lg:pb-0 lg:pl-0">
        {children.map((child) => (
          <li key={child.slug}>
            <Link
              href={categoryPath(child.slug)}
              className="flex min-h-11 items-center justify-between text-ink-muted text-sm hover:text-ink hover:underline hover:underline-offset-4 lg:min-h-8"
            >
              {child.name}
              <span className="tabular-nums lg:hidden">{child.productCount.toLocaleString('en-US')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
