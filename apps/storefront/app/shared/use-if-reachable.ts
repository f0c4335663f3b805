import { useToasts } from '@kindred/ui';
import { unreachableText } from './form-errors.ts';
import { canReachShop } from './reach-shop.ts';

/** For a fetcher that loads more: without an answer, it would replace the page by an error. */
export function useIfReachable(): (load: () => Promise<void>) => void {
  const { show } = useToasts();
  return (load) =>
    void canReachShop().then((isReached) => (isReached ? load() : show({ text: unreachableText })));
}
