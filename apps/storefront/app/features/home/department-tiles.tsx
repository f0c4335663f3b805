import { Link, Picture } from '@kindred/ui';
import { categoryPath } from '../../shared/paths.ts';
import type { Department } from '../navigation/navigation-data.ts';

export function DepartmentTiles({ departments }: { departments: Department[] }) {
  if (departments.length === 0) return null;
  return (
    <section aria-labelledby="departments-heading">
      <h2 id="departments-heading" className="mb-5 font-semibold text-2xl">
        Shop by department
      </h2>
      <ul className="grid grid-cols-3 gap-x-3 gap-y-6 sm:grid-cols-4 md:gap-x-6 lg:grid-cols-6">
        {departments.slice(0, 12).map((department) => (
          <li key={department.slug}>
            <Link href={categoryPath(department.slug)} className="group block rounded-md">
              <span className="block aspect-square overflow-hidden rounded-md bg-surface">
                <Picture
                  src={department.imageUrl}
                  alt=""
                  sizes="(min-width: 90rem) 204px, (min-width: 64rem) 15vw, (min-width: 40rem) 22vw, 29vw"
                  maxWidth={640}
                  className="transition-transform duration-500 ease-out group-hover:scale-[1.035]"
                />
              </span>
              <span className="mt-2.5 block font-medium text-sm underline-offset-4 group-hover:underline">
                {department.name}
              </span>
              <span className="block text-ink-muted text-xs tabular-nums">
                {department.productCount.toLocaleString('en-US')} products
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
