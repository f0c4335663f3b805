import {
  type FocusEvent,
  type InputHTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useState,
} from 'react';
import { classNames } from './class-names.ts';
import { closedCombobox, onComboboxKey } from './combobox-state.ts';
import { CloseIcon } from './icons.tsx';
import { Link } from './link.tsx';

interface Option {
  key: string;
  content: ReactNode;
}

/** An option is a link, or it does something and leaves the list open. */
export type ComboboxOption = Option &
  (
    | {
        href: string;
        /** Removes the option, by a button beside it or by the Delete key. */
        onRemove?: () => void;
      }
    | { href?: undefined; onPick: () => void }
  );

export interface ComboboxGroup {
  title: string;
  options: ComboboxOption[];
}

export interface ComboboxProps {
  id: string;
  label: string;
  listLabel: string;
  groups: ComboboxGroup[];
  /** Receives the text at each change. */
  onType: (text: string) => void;
  /** Called when a link is chosen and its page begins to load. */
  onChoose: () => void;
  /** The field's own attributes: its name, its placeholder. */
  field: InputHTMLAttributes<HTMLInputElement>;
  fieldRef: Ref<HTMLInputElement>;
  /** Position and width of the list; this component sets its style. */
  listClassName: string;
}

/**
 * A text field with a list of links that match the text: ARIA's editable combobox. The focus stays in the field. Arrow keys move
 * through the list, Enter follows a link, Escape closes the list. Without JavaScript only the text field remains.
 */
export function Combobox({
  id,
  label,
  listLabel,
  groups,
  onType,
  onChoose,
  field,
  fieldRef,
  listClassName,
}: ComboboxProps) {
  const listId = useId();
  const [state, setState] = useState(closedCombobox);
  const [isScripted, setIsScripted] = useState(false);
  useEffect(() => setIsScripted(true), []);

  const options = groups.flatMap((group) => group.options);
  const isShown = state.isOpen && options.length > 0;
  const active = isShown ? Math.min(state.active, options.length - 1) : -1;
  const optionId = (index: number) => `${listId}-${index}`;

  const keys = options.map((option) => option.key).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: clears the active option when the list changes.
  useEffect(() => setState(({ isOpen }) => ({ isOpen, active: -1 })), [keys]);

  useEffect(() => {
    if (active >= 0) document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, listId]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Ignores keys that choose characters of an input method.
    if (event.nativeEvent.isComposing) return;
    const shown = options[active];
    if (event.key === 'Delete' && shown?.href !== undefined && shown.onRemove) {
      event.preventDefault();
      shown.onRemove();
      return;
    }
    const answer = onComboboxKey({ isOpen: state.isOpen, active }, event, options.length);
    if (answer.isTaken) event.preventDefault();
    // Clicks the link, which knows how to open its page.
    if (answer.chosen !== undefined) document.getElementById(optionId(answer.chosen))?.click();
    setState(answer.state);
  };

  // Some screen readers move the focus to the pressed element.
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (!document.getElementById(listId)?.contains(relatedTarget)) setState(closedCombobox);
  };

  let place = 0;
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        {...field}
        ref={fieldRef}
        id={id}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="none"
        spellCheck={false}
        {...(isScripted && {
          role: 'combobox',
          'aria-autocomplete': 'list',
          'aria-expanded': isShown,
          'aria-controls': listId,
          'aria-activedescendant': active >= 0 ? optionId(active) : undefined,
        })}
        onInput={({ currentTarget }) => {
          onType(currentTarget.value);
          setState({ isOpen: true, active: -1 });
        }}
        onFocus={({ currentTarget }) => onType(currentTarget.value)}
        onClick={() => setState((last) => ({ ...last, isOpen: true }))}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
      {isScripted && (
        <>
          <div
            id={listId}
            role="listbox"
            aria-label={listLabel}
            hidden={!isShown}
            onBlur={onBlur}
            // The focus stays in the field, so a phone's keyboard stays open.
            onMouseDown={(event) => event.preventDefault()}
            className={classNames(
              'overflow-y-auto overscroll-contain bg-paper py-2 text-ink shadow-overlay',
              listClassName,
            )}
          >
            {isShown &&
              groups.map((group, index) => (
                // biome-ignore lint/a11y/useSemanticElements: a listbox may not contain a fieldset.
                <div
                  key={group.title}
                  role="group"
                  aria-labelledby={`${listId}-group-${index}`}
                  className="not-first:mt-3"
                >
                  <p
                    id={`${listId}-group-${index}`}
                    role="presentation"
                    className="px-5 pt-1.5 pb-1 font-medium text-ink-muted text-xs"
                  >
                    {group.title}
                  </p>
                  {group.options.map((option) => {
                    const own = place++;
                    const look = {
                      id: optionId(own),
                      role: 'option',
                      'aria-selected': own === active,
                      tabIndex: -1,
                      className:
                        'flex min-h-11 min-w-0 grow items-center px-5 text-sm hover:bg-surface aria-selected:bg-surface-strong aria-selected:shadow-[inset_3px_0_0_var(--color-ink)] forced-colors:aria-selected:outline-2 forced-colors:aria-selected:-outline-offset-2',
                    };
                    if (option.href === undefined)
                      return (
                        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys.
                        // biome-ignore lint/a11y/noStaticElementInteractions: its role is in `look`.
                        <div key={option.key} {...look} onClick={option.onPick}>
                          {option.content}
                        </div>
                      );
                    return (
                      <div key={option.key} role="presentation" className="flex">
                        <Link
                          {...look}
                          href={option.href}
                          onClick={(event) => {
                            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                            onChoose();
                            setState(closedCombobox);
                          }}
                        >
                          {option.content}
                        </Link>
                        {option.onRemove && (
                          // A listbox has only options for assistive technology. There, the Delete key removes one.
                          <button
                            type="button"
                            aria-hidden="true"
                            tabIndex={-1}
                            title="Remove"
                            onClick={option.onRemove}
                            className="grid w-12 shrink-0 place-items-center text-ink-muted hover:bg-surface hover:text-ink"
                          >
                            <CloseIcon size={14} />
                          </button>
                        )}
                      </div>
                    );
                  })}
                </div>
              ))}
          </div>
          <p role="status" className="sr-only">
            {isShown && `${options.length} ${options.length === 1 ? 'suggestion' : 'suggestions'}`}
          </p>
        </>
      )}
    </>
  );
}
