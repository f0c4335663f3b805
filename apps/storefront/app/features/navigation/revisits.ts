/**
 * @file Back and Forward to a list that the shopper left. React renders whatever an event `popstate` sets without a break, which takes a
 * slow phone longer than a blink. So the list as they left it is painted first, and the router hears of the event afterwards.
 */
import { afterNextPaint } from '../../shared/after-next-paint.ts';
import { noteRevisit, visitOf } from '../../shared/kept-pages.ts';
import { keepLeftPage, type LeftPage, type Place, takeLeftPage } from './left-pages.ts';

/** The list that the router shows. */
let list: Omit<LeftPage, 'place'> | undefined;
/** The left list that is shown in place of the router's page. */
let staged: LeftPage | undefined;
/** The ids that the elements of a list had, before it was set aside. */
const names = new WeakMap<Element, (readonly [Element, string])[]>();
/** Tells the router what the shopper has seen already. */
let later: (() => void) | undefined;
/** Where the shopper was on the page that they left last. */
let place: Place = { scrollY: 0, width: 0 };

/**
 * React removes a page from its parent, and appends the next one. A list stays there, set aside, behind all that React appends. What
 * React appends while a list is on the stage is covered: it would move the list.
 */
export function keepListsIn(parent: HTMLElement | null): void {
  if (!parent) {
    list = undefined;
    staged = undefined;
    return;
  }
  parent.removeChild = <T extends Node>(node: T): T => {
    if (!list || node !== (list.element as Node))
      return Element.prototype.removeChild.call(parent, node) as T;
    setAside({ ...list, place });
    list = undefined;
    return node;
  };
  parent.appendChild = (node) => {
    if (staged && node instanceof Element) cover(node);
    return parent.insertBefore(node, [...parent.children].find((child) => names.has(child)) ?? null);
  };
}

/** Not by its class, which is React's. */
const cover = (page: Element) => page.setAttribute('data-behind', '');

function uncoverAll(parent: Element | null): void {
  for (const page of parent?.children ?? []) page.removeAttribute('data-behind');
}

function setAside(left: LeftPage): void {
  const { element } = left;
  for (const dialog of element.querySelectorAll<HTMLDialogElement>('dialog[open]')) dialog.close();
  for (const popover of element.querySelectorAll<HTMLElement>(':popover-open')) popover.hidePopover();
  // The next page may have elements of these names.
  const named = [...element.querySelectorAll('[id]')].map((one) => [one, one.id] as const);
  for (const [one] of named) one.removeAttribute('id');
  names.set(element, named);
  uncoverAll(element.parentElement);
  element.classList.add('set-aside');
  keepLeftPage(left);
}

function show(left: LeftPage): void {
  staged = left;
  const { element } = left;
  for (const [one, id] of names.get(element) ?? []) one.id = id;
  for (const page of element.parentElement?.children ?? []) cover(page);
  element.removeAttribute('data-behind');
  element.classList.remove('set-aside');
  window.scrollTo(0, left.place.scrollY);
}

/** Call it before the router starts, so that this listener comes before the router's. */
export function watchRevisits(): void {
  window.addEventListener('popstate', (event) => {
    // A script sends it to the router; a link to a place on the page has no state.
    if (!event.isTrusted || event.state === null) return;
    notePlace();
    leaveStage();
    const visit = visitOf(event.state);
    noteRevisit(visit);
    const left = takeLeftPage(visit, window.innerWidth);
    if (!left) return;
    event.stopImmediatePropagation();
    show(left);
    const again = new PopStateEvent('popstate', { state: event.state });
    afterPaint(() => tellRouter(() => window.dispatchEvent(again)));
  });
}

/** Notes where on the router's page the shopper is. Call it when they are about to leave it. */
export function notePlace(): void {
  if (!staged) place = { scrollY: window.scrollY, width: window.innerWidth };
}

export const notedPlace = (): Place => place;

export const isOnStage = (node: Node): boolean => staged?.element.contains(node) ?? false;

/** The shopper leaves the list on the stage, if there is one. It is kept for another visit. */
export function leaveStage(): void {
  later = undefined;
  if (!staged) return;
  place = { scrollY: window.scrollY, width: window.innerWidth };
  const left = { ...staged, place };
  staged = undefined;
  setAside(left);
}

interface RenderedPage {
  readonly visit: string;
  readonly element: HTMLElement;
  readonly isList: boolean;
  /** The router is on its way to another page. */
  readonly isPassing: boolean;
}

/**
 * The router has rendered a page. The list on the stage goes, unless the shopper has asked for it since the router began.
 * @returns if it was the same page, how far the list is scrolled
 */
export function clearStage({ visit, element, isList, isPassing }: RenderedPage): number | undefined {
  list = isList ? { visit, element } : undefined;
  const isSame = staged?.visit === visit;
  if (!staged || (!isSame && (isPassing || later))) return undefined;
  const shownAt = window.scrollY;
  staged.element.remove();
  staged = undefined;
  uncoverAll(element.parentElement);
  return isSame ? shownAt : undefined;
}

/** The router notes `window.scrollY` for the page that the shopper leaves. They have left it already. */
export function tellRouter(tell: () => void): void {
  const scrollY = Object.getOwnPropertyDescriptor(window, 'scrollY');
  Object.defineProperty(window, 'scrollY', { value: place.scrollY, configurable: true });
  try {
    tell();
  } finally {
    if (scrollY) Object.defineProperty(window, 'scrollY', scrollY);
    else Reflect.deleteProperty(window, 'scrollY');
  }
}

/** Acts when the shopper has seen what is in the document now, unless they have asked for something else. */
export function afterPaint(act: () => void): void {
  const once = () => {
    if (later !== once) return;
    later = undefined;
    act();
  };
  later = once;
  afterNextPaint(once);
}
