import { Link } from '@kindred/ui';

interface FooterListProps {
  title: string;
  links: readonly { name: string; href: string }[];
  className?: string;
}

export function FooterList({ title, links, className }: FooterListProps) {
  return (
    <div className={className}>
      <h2 className="mb-2 font-medium text-sm">{title}</h2>
      <ul>
        {links.map(({ name, href }) => (
          <li key={name}>
            <FooterLink href={href}>{name}</FooterLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

function FooterLink({ href, children }: { href: string; children: string }) {
  const look =
    'inline-flex min-h-11 items-center text-ink-muted text-sm hover:text-ink hover:underline hover:underline-offset-4 md:min-h-8';
  return href.startsWith('/') ? (
    <Link href={href} className={look}>
      {children}
    </Link>
  ) : (
    <a href={href} rel="noreferrer" className={look}>
      {children}
    </a>
  );
}
