import { data } from 'react-router';

export function loader(): never {
  throw data(null, { status: 404 });
}

/** Never shown: the loader leads to the root's error page. A component makes this a page and no resource. */
export default function NotFound() {
  return null;
}
