import { Grid } from '@kindred/ui';
import type { ReactNode } from 'react';

interface ProductLayoutProps {
  heading: ReactNode;
  pictures: ReactNode;
  summary: ReactNode;
}

/**
 * Heading, pictures and summary, in this order on phones. Wider screens have two columns, and the pictures stay in view beside a long
 * summary.
 */
export function ProductLayout({ heading, pictures, summary }: ProductLayoutProps) {
  return (
    <Grid className="mt-2 gap-y-4 md:mt-4 md:grid-rows-[auto_1fr] md:gap-y-5">
      <div className="col-span-full md:col-span-4 md:col-start-5 lg:col-span-5 lg:col-start-8 xl:pl-8">
        {heading}
      </div>
      <div className="col-span-full md:sticky md:top-20 md:col-span-4 md:col-start-1 md:row-span-2 md:row-start-1 md:self-start lg:col-span-7">
        {pictures}
      </div>
      <div className="col-span-full md:col-span-4 md:col-start-5 lg:col-span-5 lg:col-start-8 xl:pl-8">
        {summary}
      </div>
    </Grid>
  );
}
