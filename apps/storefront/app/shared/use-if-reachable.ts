import { useToasts } from '@kindred/ui';
import { unreachableText } from './form-errors.ts';
import { canReachShop } from './reach-shop.ts';

/** Before a fetcher loads more: without an answer it would put an error in the place of the page. */
export function useIfReachable(): (load: () => Promise<void>) => void {
  const { show } = useToasts();
  return (load) =>
    void canReachShop().then((isReached) => (isReached ? load() : show({ text: unreachableText })));
}
